package io.klamm.lab.traffic;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The messages in hand and the offsets to commit, for the partitions that are owned. For one thread. */
final class Backlog {

    private final Deque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> processed = new HashMap<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();

    void add(Iterable<ConsumerRecord<byte[], byte[]>> messages) {
        messages.forEach(message -> {
            waiting.add(message);
            next.putIfAbsent(partition(message), message.offset());
        });
    }

    @Nullable
    ConsumerRecord<byte[], byte[]> take() {
        return waiting.poll();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Whether the message counts: not, where its partition was lost since it was taken. */
    boolean processed(ConsumerRecord<byte[], byte[]> message) {
        if (!next.containsKey(partition(message))) {
            return false;
        }
        long following = message.offset() + 1;
        OffsetAndMetadata offset = new OffsetAndMetadata(following, message.leaderEpoch(), "");
        uncommitted.put(partition(message), offset);
        processed.put(partition(message), offset);
        next.put(partition(message), following);
        return true;
    }

    /** What was processed since the last call. */
    Map<TopicPartition, OffsetAndMetadata> drainUncommitted() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>(uncommitted);
        uncommitted.clear();
        return offsets;
    }

    /** What was processed, committed or not. */
    Map<TopicPartition, OffsetAndMetadata> processed() {
        return Map.copyOf(processed);
    }

    /** Offsets whose commit failed, unless newer ones wait already. */
    void restore(Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.forEach((partition, offset) -> {
            if (next.containsKey(partition)) {
                uncommitted.putIfAbsent(partition, offset);
            }
        });
    }

    /** Forgets partitions that another member owns now: it reads these messages again. */
    void forget(Collection<TopicPartition> lost) {
        Set<TopicPartition> gone = new HashSet<>(lost);
        waiting.removeIf(message -> gone.contains(partition(message)));
        uncommitted.keySet().removeAll(gone);
        processed.keySet().removeAll(gone);
        next.keySet().removeAll(gone);
    }

    /** The offset of the first message that is not processed, where anything was read of the partition. */
    @Nullable
    Long next(TopicPartition partition) {
        return next.get(partition);
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> message) {
        return new TopicPartition(message.topic(), message.partition());
    }
}
