package io.klamm.model;

import java.util.Comparator;

/** One partition of a topic, ordered by topic name and then by number. */
public record TopicPartition(String topic, int partition) implements Comparable<TopicPartition> {

    private static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    public TopicPartition {
        if (topic.isEmpty()) {
            throw new IllegalArgumentException("topic: empty (expected: a topic name)");
        }
        if (partition < 0) {
            throw new IllegalArgumentException("partition: " + partition + " (expected: 0 or more)");
        }
    }

    @Override
    public int compareTo(TopicPartition other) {
        return ORDER.compare(this, other);
    }

    /** {@code topic-partition}, as Kafka itself writes it. */
    @Override
    public String toString() {
        return topic + "-" + partition;
    }
}
