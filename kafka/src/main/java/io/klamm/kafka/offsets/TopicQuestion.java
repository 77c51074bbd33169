package io.klamm.kafka.offsets;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be found out of the offsets topic: its shape, and the bounds of partitions that are not read yet.
 *
 * @param knownId id of the topic that is being read; of a topic with another id, all bounds are asked for
 * @param settled partitions of that topic whose bounds are not asked for
 * @param since the time of {@link TopicAnswer.Bounds#sinceTime}
 */
record TopicQuestion(Optional<String> knownId, Set<Integer> settled, Instant since) {

    boolean asksFor(String topicId, int partition) {
        return !knownId.equals(Optional.of(topicId)) || !settled.contains(partition);
    }
}
