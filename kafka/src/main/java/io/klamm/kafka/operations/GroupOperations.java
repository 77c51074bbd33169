package io.klamm.kafka.operations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Sets a group back or forth, or deletes it. Errors are {@link OperationException}.
 *
 * <p>Kafka allows both only while the group has no members.
 */
public final class GroupOperations implements AutoCloseable {

    private static final int ANSWER_MILLIS = 15_000;

    /** What Kafka gives for a time after all records. */
    private static final long NO_RECORD = -1;

    private final Admin admin;

    private GroupOperations(Admin admin) {
        this.admin = admin;
    }

    /**
     * A client that connects when it is first asked.
     *
     * @param client settings of the client; {@code bootstrap.servers} is a must
     */
    public static GroupOperations connect(Map<String, Object> client) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "klamm-operations");
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS / 3);
        settings.putAll(client);
        try {
            return new GroupOperations(Admin.create(settings));
        } catch (KafkaException e) {
            throw new OperationException(
                    "client settings: " + OperationErrors.deepest(e).getMessage(), e);
        }
    }

    /**
     * What a reset would change: all partitions that the group has committed, and those of a topic that is named.
     *
     * @return sorted by partition
     */
    public List<OffsetChange> plan(String group, Optional<String> topic, Position to) {
        Map<TopicPartition, OptionalLong> before = committed(group, topic);
        if (before.isEmpty()) {
            throw new OperationException("group: " + group + " has committed nothing"
                    + topic.map(name -> " on " + name).orElse("")
                    + " (expected: a group with commits, or a topic that exists)");
        }
        Map<TopicPartition, Long> first = offsets(before, OffsetSpec.earliest());
        Map<TopicPartition, Long> end = offsets(before, OffsetSpec.latest());
        Map<TopicPartition, Long> since = to instanceof Position.Since asked
                ? offsets(before, OffsetSpec.forTimestamp(asked.time().toEpochMilli()))
                : Map.of();
        List<OffsetChange> changes = new ArrayList<>();
        before.forEach((partition, committed) -> {
            Standing standing = new Standing(
                    committed,
                    known(first, partition),
                    known(end, partition),
                    young(since.getOrDefault(partition, NO_RECORD)));
            changes.add(new OffsetChange(
                    new io.klamm.model.TopicPartition(partition.topic(), partition.partition()),
                    committed,
                    standing.offsetOf(to)));
        });
        changes.sort(Comparator.comparing(OffsetChange::partition));
        return changes;
    }

    private static long known(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        Long offset = offsets.get(partition);
        if (offset == null) {
            throw new OperationException(partition + ": its offsets are missing in the answer");
        }
        return offset;
    }

    private static OptionalLong young(long offset) {
        return offset == NO_RECORD ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    /** Does what was planned. */
    public void reset(String group, List<OffsetChange> changes) {
        Map<TopicPartition, OffsetAndMetadata> offsets = changes.stream()
                .collect(Collectors.toMap(
                        change -> new TopicPartition(
                                change.partition().topic(), change.partition().partition()),
                        change -> new OffsetAndMetadata(change.after())));
        answer(admin.alterConsumerGroupOffsets(group, offsets).all(), group);
    }

    /** Deletes the group and all its commits. */
    public void delete(String group) {
        answer(admin.deleteConsumerGroups(List.of(group)).all(), group);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }

    private Map<TopicPartition, OptionalLong> committed(String group, Optional<String> topic) {
        Map<TopicPartition, OptionalLong> offsets = new HashMap<>();
        topic.ifPresent(name -> partitions(name).forEach(partition -> offsets.put(partition, OptionalLong.empty())));
        answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(), group)
                .forEach((partition, offset) -> {
                    boolean meant = topic.isEmpty() || topic.get().equals(partition.topic());
                    if (meant && offset != null) {
                        offsets.put(partition, OptionalLong.of(offset.offset()));
                    }
                });
        return offsets;
    }

    private List<TopicPartition> partitions(String topic) {
        @Nullable
        TopicDescription description = answer(
                        admin.describeTopics(List.of(topic)).allTopicNames(), topic)
                .get(topic);
        if (description == null) {
            throw new OperationException(topic + ": missing in the answer");
        }
        return description.partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private Map<TopicPartition, Long> offsets(Map<TopicPartition, ?> partitions, OffsetSpec spec) {
        ListOffsetsResult result = admin.listOffsets(
                partitions.keySet().stream().collect(Collectors.toMap(partition -> partition, partition -> spec)));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        answer(result.all(), "offsets").forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private static <T> T answer(KafkaFuture<T> future, String what) {
        try {
            return future.get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw OperationErrors.of(what, OperationErrors.deepest(e));
        } catch (TimeoutException e) {
            throw OperationErrors.of(what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationException(what + ": interrupted", e);
        }
    }
}
