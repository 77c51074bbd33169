package io.klamm.scrape.config;

import io.klamm.config.Loaded;
import io.klamm.config.Section;
import io.klamm.config.YamlFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A file as Prometheus has it: {@code prometheus.yml}. */
public record PrometheusFile(GlobalConfig global, List<ScrapeConfig> scrapeConfigs) {

    /** A file that says nothing. */
    public static final PrometheusFile NOTHING = new PrometheusFile(GlobalConfig.DEFAULT, List.of());

    public PrometheusFile {
        scrapeConfigs = List.copyOf(scrapeConfigs);
    }

    /** Reads a file of which nobody takes more than is told here; its other sections are warnings. */
    public static Loaded<PrometheusFile> read(Path file) {
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a directory");
        return YamlFile.readVerbatim(file).bind(section -> bind(section, directory, Set.of()));
    }

    /**
     * Reads the sections about scraping out of a file.
     *
     * @param directory what relative paths are relative to
     * @param taken sections that others read, such as {@code remote_write}; the rest of what Prometheus knows is told to be ignored
     */
    public static PrometheusFile bind(Section section, Path directory, Set<String> taken) {
        GlobalConfig global = GlobalConfig.bind(section.section("global"));
        NotBuilt.ignore(section, NotBuilt.FILE, taken);
        if (section.has("scrape_config_files")) {
            section.ignore("scrape_config_files");
            section.problem("scrape_config_files", "not built in Klamm (expected: all jobs in scrape_configs)");
        }
        Set<String> names = new HashSet<>();
        List<ScrapeConfig> configs = section.sections("scrape_configs", item -> {
            ScrapeConfig config = ScrapeConfig.bind(item, global, directory);
            if (!names.add(config.jobName())) {
                item.problem("job_name", "found multiple scrape configs with job name \"" + config.jobName() + "\"");
            }
            return config;
        });
        return new PrometheusFile(global, configs);
    }
}
