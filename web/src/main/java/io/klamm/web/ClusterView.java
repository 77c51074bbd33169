package io.klamm.web;

import io.klamm.model.ClusterLag;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.ComponentStatus;
import io.klamm.model.verdict.ClusterVerdicts;
import java.time.Duration;
import java.util.Optional;

/**
 * What there is to show of one cluster at this moment.
 *
 * @param name the cluster's name in the configuration
 * @param interval how often it is read; a snapshot older than three intervals is stale
 * @param status what its collector says of itself, whether or not the last cycle succeeded
 * @param reading the newest reading, empty before the first
 */
public record ClusterView(String name, Duration interval, ComponentStatus status, Optional<Reading> reading) {

    /** A snapshot, the lag that follows from it, and what is said of its groups. */
    public record Reading(ClusterSnapshot snapshot, ClusterLag lag, ClusterVerdicts verdicts) {

        /** True when both are of the very same snapshot and verdicts, so that what was derived from one holds for the other. */
        @SuppressWarnings("ReferenceEquality")
        boolean sameAs(Reading other) {
            return snapshot == other.snapshot && verdicts == other.verdicts;
        }
    }
}
