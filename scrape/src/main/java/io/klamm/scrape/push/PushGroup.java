package io.klamm.scrape.push;

import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.model.series.MetricType;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that was pushed under the same labels.
 *
 * @param labels that name it, the job among them
 * @param families by name
 * @param pushed when something was pushed last, in milliseconds since the epoch; 0 if that never went well
 * @param failed when a push did not fit with what is there, in milliseconds since the epoch; 0 if never
 */
record PushGroup(Labels labels, Map<String, PushedFamily> families, long pushed, long failed) {

    static final String PUSH_TIME = "push_time_seconds";
    static final String FAILURE_TIME = "push_failure_time_seconds";

    private static final double MILLIS = 1e3;

    PushGroup {
        families = Collections.unmodifiableMap(new TreeMap<>(families));
    }

    static PushGroup empty(Labels labels) {
        return new PushGroup(labels, Map.of(), 0, 0);
    }

    /** With other families in the place of all. */
    PushGroup replaced(Map<String, PushedFamily> by, long now) {
        return new PushGroup(labels, by, now, failed);
    }

    /** With other families in the place of those of the same names. */
    PushGroup merged(Map<String, PushedFamily> more, long now) {
        Map<String, PushedFamily> all = new TreeMap<>(families);
        all.putAll(more);
        return new PushGroup(labels, all, now, failed);
    }

    PushGroup failedAt(long now) {
        return new PushGroup(labels, families, pushed, now);
    }

    /** How many samples were pushed. */
    int size() {
        return families.values().stream()
                .mapToInt(family -> family.samples().size())
                .sum();
    }

    /** The families that every group has: when it was pushed, and when that failed. */
    Map<String, PushedFamily> times() {
        return Map.of(
                PUSH_TIME,
                        time(
                                PUSH_TIME,
                                "Last Unix time when changing this group in the push gateway succeeded.",
                                pushed),
                FAILURE_TIME,
                        time(
                                FAILURE_TIME,
                                "Last Unix time when changing this group in the push gateway failed.",
                                failed));
    }

    private PushedFamily time(String name, String help, long millis) {
        return new PushedFamily(
                name,
                new Metadata(MetricType.GAUGE, help, ""),
                Map.of(labels.with(Labels.NAME, name), millis / MILLIS));
    }
}
