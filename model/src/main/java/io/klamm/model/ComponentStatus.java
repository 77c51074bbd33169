package io.klamm.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one component says of itself: the source of {@code klamm status}, of {@code /-/ready} and of the {@code klamm_*} metrics.
 *
 * @param kind what sort of component: {@code kafka}, {@code web} ...
 * @param instance which one, such as the cluster's name
 * @param lastRun when the last run ended, null before the first
 * @param lastSuccess when a run last succeeded, null when none has
 * @param lastDuration how long the last run took, null before the first
 * @param averageDuration over all runs, null before the first
 * @param runs runs since the start, failed ones included
 * @param failures runs that failed as a whole
 * @param counts what the last run found, by name ({@code topics}, {@code partitions} ...)
 * @param requests requests sent since the start, by name of the call
 * @param errors errors since the start, by kind
 * @param lastError the newest error, null when the last run had none
 */
public record ComponentStatus(
        String kind,
        String instance,
        State state,
        @Nullable Instant lastRun,
        @Nullable Instant lastSuccess,
        @Nullable Duration lastDuration,
        @Nullable Duration averageDuration,
        long runs,
        long failures,
        SortedMap<String, Long> counts,
        SortedMap<String, Long> requests,
        SortedMap<String, Long> errors,
        @Nullable String lastError) {

    /** How a component fares. */
    public enum State {
        /** It has not finished its first run. */
        STARTING,
        /** Its last run found all that it looked for. */
        OK,
        /** Its last run found something, but not all. */
        WARNING,
        /** Its last run failed; what it shows is old. */
        ERROR
    }

    public ComponentStatus {
        counts = sorted(counts);
        requests = sorted(requests);
        errors = sorted(errors);
    }

    private static SortedMap<String, Long> sorted(Map<String, Long> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
