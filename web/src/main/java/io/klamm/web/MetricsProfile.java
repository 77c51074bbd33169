package io.klamm.web;

import io.klamm.metrics.Selection;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A set of metric names and labels that another tool is known for, so that dashboards and alarms made for it go on. Our own names are always there. */
public enum MetricsProfile {
    /** kafka_exporter's. */
    KAFKA_EXPORTER("kafka-exporter"),
    /** Burrow's. */
    BURROW("burrow"),
    /** kafka-lag-exporter's. */
    KAFKA_LAG_EXPORTER("kafka-lag-exporter");

    /** What is written where the configuration does not say. */
    public static final Set<MetricsProfile> USUAL = Set.of(KAFKA_EXPORTER);

    private final String label;

    MetricsProfile(String label) {
        this.label = label;
    }

    /** Its name in the configuration. */
    public String label() {
        return label;
    }

    /** The profile of a name in the configuration, empty for a name that none has. */
    public static Optional<MetricsProfile> of(String label) {
        return Arrays.stream(values())
                .filter(profile -> profile.label.equals(label))
                .findFirst();
    }

    /**
     * What these profiles select of a cluster's samples.
     *
     * @param clusterLabel whether every series says which cluster it is of
     */
    public static Selection selection(Set<MetricsProfile> profiles, boolean clusterLabel) {
        return new Selection(clusterLabel, profiles.contains(KAFKA_EXPORTER), profiles.contains(KAFKA_LAG_EXPORTER));
    }
}
