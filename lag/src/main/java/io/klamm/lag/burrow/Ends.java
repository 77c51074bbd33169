package io.klamm.lag.burrow;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The end offsets of all topics of one cluster. */
final class Ends {

    private final int intervals;
    private final SortedMap<String, TopicEnds> topics = new TreeMap<>();
    private boolean keepHistory;

    Ends(int intervals) {
        this.intervals = intervals;
    }

    /** Keeps from now on which end was known when, or forgets it. */
    void keepHistory(boolean keep) {
        keepHistory = keep;
        if (!keep) {
            topics.values().forEach(TopicEnds::forgetHistory);
        }
    }

    @Nullable
    TopicEnds topic(String name) {
        return topics.get(name);
    }

    /** @param ends the end offset of each partition, {@link TopicEnds#UNKNOWN} where it is not known */
    TopicEnds add(String name, long[] ends, long timeMillis) {
        TopicEnds topic = topics.computeIfAbsent(name, key -> new TopicEnds(key, intervals));
        for (int partition = 0; partition < ends.length; partition++) {
            if (ends[partition] != TopicEnds.UNKNOWN) {
                topic.add(partition, ends.length, ends[partition], timeMillis, keepHistory);
            }
        }
        return topic;
    }

    void remove(String name) {
        TopicEnds topic = topics.remove(name);
        if (topic != null) {
            topic.end();
        }
    }

    List<String> sortedNames() {
        return List.copyOf(topics.keySet());
    }
}
