package io.klamm.scrape.config;

import io.klamm.config.Section;
import io.klamm.model.series.Labels;
import java.time.Duration;
import java.util.List;

/**
 * The section {@code global}: what holds for jobs that say nothing themselves.
 *
 * @param evaluationInterval of rule groups
 * @param externalLabels added to what leaves for other systems
 */
public record GlobalConfig(
        Duration scrapeInterval,
        Duration scrapeTimeout,
        List<ScrapeProtocol> scrapeProtocols,
        Duration evaluationInterval,
        Labels externalLabels,
        Limits limits) {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** Nothing is configured. */
    public static final GlobalConfig DEFAULT =
            new GlobalConfig(MINUTE, TIMEOUT, ScrapeProtocol.USUAL, MINUTE, Labels.EMPTY, Limits.NONE);

    public GlobalConfig {
        scrapeProtocols = List.copyOf(scrapeProtocols);
    }

    /** Problems are noted in the section. */
    static GlobalConfig bind(Section section) {
        Duration interval = Intervals.positive(section, "scrape_interval", MINUTE);
        Duration timeout = Intervals.positive(section, "scrape_timeout", shorter(TIMEOUT, interval));
        if (timeout.compareTo(interval) > 0) {
            section.problem("scrape_timeout", "global scrape timeout greater than scrape interval");
        }
        NotBuilt.ignore(section, NotBuilt.GLOBAL);
        return new GlobalConfig(
                interval,
                timeout,
                Protocols.bind(section, ScrapeProtocol.USUAL),
                Intervals.positive(section, "evaluation_interval", MINUTE),
                ExternalLabels.bind(section),
                Limits.bind(section, Limits.NONE));
    }

    static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
