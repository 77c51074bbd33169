package io.klamm.scrape.config;

import io.klamm.config.Section;
import io.klamm.scrape.relabel.RelabelConfig;
import java.util.List;

/**
 * What a job does with the samples of a page.
 *
 * @param honorLabels whether a label of the page stays where the target has one of the same name, instead of being called {@code exported_} and that name
 * @param honorTimestamps whether times of the page are kept
 * @param trackTimestampsStaleness whether series with times of their own get a stale marker when they are gone
 * @param relabelling of samples
 */
public record SampleConfig(
        boolean honorLabels,
        boolean honorTimestamps,
        boolean trackTimestampsStaleness,
        List<RelabelConfig> relabelling) {

    /** Nothing is configured. */
    public static final SampleConfig DEFAULT = new SampleConfig(false, true, false, List.of());

    public SampleConfig {
        relabelling = List.copyOf(relabelling);
    }

    static SampleConfig bind(Section section) {
        return new SampleConfig(
                section.bool("honor_labels", false),
                section.bool("honor_timestamps", true),
                section.bool("track_timestamps_staleness", false),
                section.sections("metric_relabel_configs", RelabelConfig::bind));
    }
}
