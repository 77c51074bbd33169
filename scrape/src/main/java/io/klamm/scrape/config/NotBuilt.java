package io.klamm.scrape.config;

import io.klamm.config.Section;
import java.util.List;
import java.util.Set;

/** The keys of prometheus.yml that mean nothing here yet. */
final class NotBuilt {

    /** Of {@code global}: nothing that is scraped depends on them. */
    static final List<String> GLOBAL = List.of(
            "rule_query_offset",
            "query_log_file",
            "scrape_failure_log_file",
            "metric_name_validation_scheme",
            "metric_name_escaping_scheme",
            "scrape_native_histograms",
            "convert_classic_histograms_to_nhcb",
            "always_scrape_classic_histograms");

    /** Of a job: how native histograms are read, of which there are none, and where failures are logged. */
    static final List<String> JOB = List.of(
            "scrape_failure_log_file",
            "metric_name_validation_scheme",
            "metric_name_escaping_scheme",
            "scrape_native_histograms",
            "scrape_classic_histograms",
            "always_scrape_classic_histograms",
            "convert_classic_histograms_to_nhcb",
            "native_histogram_bucket_limit",
            "native_histogram_min_bucket_factor");

    /** Of the whole file: other rooms' sections. */
    static final List<String> FILE =
            List.of("alerting", "otlp", "remote_read", "remote_write", "rule_files", "runtime", "storage", "tracing");

    private NotBuilt() {}

    /** Makes keys known, and says of those that are there that they do nothing. */
    static void ignore(Section section, List<String> keys) {
        ignore(section, keys, Set.of());
    }

    /** @param taken keys that somebody else reads */
    static void ignore(Section section, List<String> keys, Set<String> taken) {
        for (String key : keys) {
            if (taken.contains(key)) {
                continue;
            }
            if (section.has(key)) {
                section.warning(key, "not yet used by Klamm, it is ignored");
            }
            section.ignore(key);
        }
    }
}
