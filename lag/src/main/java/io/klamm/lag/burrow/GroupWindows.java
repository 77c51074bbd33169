package io.klamm.lag.burrow;

import java.util.Arrays;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One group as Burrow stores it: a row of windows for each topic, as long as the topic had partitions when the longest row was needed. */
final class GroupWindows {

    private final String name;
    private final SortedMap<String, @Nullable Window[]> topics = new TreeMap<>();
    private long lastCommitMillis;
    private boolean onlyFromZooKeeper = true;

    GroupWindows(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    Set<String> topics() {
        return topics.keySet();
    }

    boolean isEmpty() {
        return topics.isEmpty();
    }

    /** When its newest commit, by order, was committed; 0 before the first. */
    long lastCommitMillis() {
        return lastCommitMillis;
    }

    void committed(long timeMillis) {
        lastCommitMillis = timeMillis;
    }

    /** Whether Kafka itself need not know of it. */
    boolean onlyFromZooKeeper() {
        return onlyFromZooKeeper;
    }

    void seenInKafka() {
        onlyFromZooKeeper = false;
    }

    /** The row of a topic, null when the group has none; a partition without a window is null in it. */
    @Nullable
    Window @Nullable [] row(String topic) {
        return topics.get(topic);
    }

    @Nullable
    Window window(String topic, int partition) {
        @Nullable Window[] row = topics.get(topic);
        return row == null || partition < 0 || partition >= row.length ? null : row[partition];
    }

    /** Puts a window in its place; the row gets as long as the topic has partitions, if it was too short. */
    void put(Window window, int partitionCount) {
        @Nullable Window[] row = topics.get(window.topic());
        if (row == null) {
            row = new Window[partitionCount];
        } else if (window.partition() >= row.length) {
            row = Arrays.copyOf(row, partitionCount);
        }
        row[window.partition()] = window;
        topics.put(window.topic(), row);
    }

    /** Forgets a topic's windows; says how many there were. */
    int remove(String topic) {
        @Nullable Window[] row = topics.remove(topic);
        return row == null ? 0 : end(row);
    }

    /** Ends all windows; says how many there were. */
    int end() {
        int count = 0;
        for (@Nullable Window[] row : topics.values()) {
            count += end(row);
        }
        return count;
    }

    private static int end(@Nullable Window[] row) {
        int count = 0;
        for (Window window : row) {
            if (window != null) {
                window.end();
                count++;
            }
        }
        return count;
    }

    void disown() {
        for (@Nullable Window[] row : topics.values()) {
            for (Window window : row) {
                if (window != null) {
                    window.own("", "");
                }
            }
        }
    }
}
