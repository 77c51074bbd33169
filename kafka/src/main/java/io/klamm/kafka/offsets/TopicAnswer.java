package io.klamm.kafka.offsets;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What brokers say of the offsets topic.
 *
 * @param topicId Kafka's id of this very topic
 * @param partitions how many it has
 * @param leaderless partitions that nobody leads, sorted
 * @param bounds of the partitions that were asked for and whose leader has answered
 */
record TopicAnswer(String topicId, int partitions, List<Integer> leaderless, Map<Integer, Bounds> bounds) {

    TopicAnswer {
        leaderless = List.copyOf(leaderless);
        bounds = Map.copyOf(bounds);
    }

    /**
     * From where to where a partition can be read.
     *
     * @param sinceTime the first offset that is not older than the time asked for; empty when there is none
     */
    record Bounds(long earliest, long latest, OptionalLong sinceTime) {}
}
