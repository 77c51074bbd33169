package io.klamm.scrape.config;

import io.klamm.config.Section;
import io.klamm.discovery.DiscoveryConfigs;
import io.klamm.discovery.client.HttpConfig;
import io.klamm.discovery.group.SourceConfig;
import io.klamm.scrape.relabel.RelabelConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One job: an item of {@code scrape_configs}.
 *
 * @param protocols what targets are asked for, the best first
 * @param fallback what a page is taken for whose content type says nothing
 * @param params of each request, by name
 * @param samples what is done with samples
 * @param compression whether pages may be packed
 * @param extraMetrics whether timeout, sample limit and body size are written as series of the target
 * @param relabelling of targets
 * @param sources where targets are found
 */
public record ScrapeConfig(
        String jobName,
        Duration interval,
        Duration timeout,
        List<ScrapeProtocol> protocols,
        Optional<ScrapeProtocol> fallback,
        String metricsPath,
        String scheme,
        Map<String, List<String>> params,
        SampleConfig samples,
        Limits limits,
        boolean compression,
        boolean extraMetrics,
        HttpConfig http,
        List<RelabelConfig> relabelling,
        List<SourceConfig> sources) {

    public ScrapeConfig {
        protocols = List.copyOf(protocols);
        params = Map.copyOf(params);
        relabelling = List.copyOf(relabelling);
        sources = List.copyOf(sources);
    }

    /**
     * One item; problems are noted in the section.
     *
     * @param directory what relative paths are relative to
     */
    public static ScrapeConfig bind(Section section, GlobalConfig global, Path directory) {
        String job = section.string("job_name");
        Duration interval = Intervals.positive(section, "scrape_interval", global.scrapeInterval());
        Duration timeout =
                Intervals.positive(section, "scrape_timeout", GlobalConfig.shorter(global.scrapeTimeout(), interval));
        if (timeout.compareTo(interval) > 0) {
            section.problem(
                    "scrape_timeout",
                    "scrape timeout greater than scrape interval for scrape config with job name \"" + job + "\"");
        }
        NotBuilt.ignore(section, NotBuilt.JOB);
        return new ScrapeConfig(
                job,
                interval,
                timeout,
                Protocols.bind(section, global.scrapeProtocols()),
                Protocols.fallback(section),
                section.string("metrics_path", "/metrics"),
                section.oneOf("scheme", List.of("http", "https"), "http"),
                params(section.section("params")),
                SampleConfig.bind(section),
                Limits.bind(section, global.limits()),
                section.bool("enable_compression", true),
                section.bool("extra_scrape_metrics", false),
                HttpConfig.bind(section, directory),
                section.sections("relabel_configs", RelabelConfig::bind),
                DiscoveryConfigs.bind(section, directory));
    }

    private static Map<String, List<String>> params(Section section) {
        Map<String, List<String>> params = new LinkedHashMap<>();
        section.keys().forEach(name -> params.put(name, section.strings(name)));
        return params;
    }
}
