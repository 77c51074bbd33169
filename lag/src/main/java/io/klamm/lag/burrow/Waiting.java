package io.klamm.lag.burrow;

import io.klamm.model.TopicPartition;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Windows that somebody has asked for, but that have not had a commit that was accepted. Counts them together with all others, against the limit. */
final class Waiting {

    private final int limit;
    private final Map<String, Map<TopicPartition, Window>> byGroup = new HashMap<>();
    private Refusal full = new Refusal(Drops.Reason.LIMIT);
    private int windows;

    /** @param limit windows, at most, those in groups included */
    Waiting(int limit) {
        this.limit = limit;
    }

    @Nullable
    Window find(String group, TopicPartition partition) {
        Map<TopicPartition, Window> mine = byGroup.get(group);
        return mine == null ? null : mine.get(partition);
    }

    /** Null when there are as many as may be. */
    @Nullable
    Window make(String group, TopicPartition partition) {
        if (windows >= limit) {
            return null;
        }
        Window window = new Window(group, partition.topic(), partition.partition());
        byGroup.computeIfAbsent(group, name -> new HashMap<>()).put(partition, window);
        windows++;
        return window;
    }

    /** What takes the commits for which there is no room, until there is some. */
    Refusal full() {
        return full;
    }

    /** A window is in its group now. */
    void settled(Window window) {
        Map<TopicPartition, Window> mine = byGroup.get(window.group());
        if (mine != null) {
            mine.remove(new TopicPartition(window.topic(), window.partition()));
            if (mine.isEmpty()) {
                byGroup.remove(window.group());
            }
        }
    }

    /** So many windows have ended. */
    void freed(int count) {
        windows -= count;
        if (count > 0) {
            full.end();
            full = new Refusal(Drops.Reason.LIMIT);
        }
    }

    /** How many windows there are, those in groups included. */
    int windows() {
        return windows;
    }
}
