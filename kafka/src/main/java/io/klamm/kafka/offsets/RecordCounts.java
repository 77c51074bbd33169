package io.klamm.kafka.offsets;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.coordinator.group.generated.CoordinatorRecordType;

/** How many records of each type were read since the start. Written by one thread, read by all. */
final class RecordCounts {

    /** Kinds of unreadable records that are told apart. */
    private static final int MOST_KINDS = 40;

    private static final String OTHERS = "other";

    private final Map<String, AtomicLong> byType = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> unreadable = new ConcurrentHashMap<>();

    /** Adds commits, of which many are counted at once. */
    void commits(long made, long deleted, long unwanted) {
        add(byType, "commits", made);
        add(byType, "commits deleted", deleted);
        add(byType, "commits of groups left out", unwanted);
    }

    void fact(CoordinatorRecordType type) {
        add(byType, name(type), 1);
    }

    void factDeleted(CoordinatorRecordType type) {
        add(byType, name(type) + " deleted", 1);
    }

    void unreadable(String kind) {
        boolean room = unreadable.containsKey(kind) || unreadable.size() < MOST_KINDS;
        add(unreadable, room ? kind : OTHERS, 1);
    }

    private static void add(Map<String, AtomicLong> counts, String name, long more) {
        if (more > 0) {
            counts.computeIfAbsent(name, missing -> new AtomicLong()).addAndGet(more);
        }
    }

    private static String name(CoordinatorRecordType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What was understood, by type. */
    SortedMap<String, Long> byType() {
        return copy(byType);
    }

    /** What was not, by kind. */
    SortedMap<String, Long> unreadable() {
        return copy(unreadable);
    }

    private static SortedMap<String, Long> copy(Map<String, AtomicLong> counts) {
        SortedMap<String, Long> copy = new TreeMap<>();
        counts.forEach((name, count) -> copy.put(name, count.get()));
        return copy;
    }
}
