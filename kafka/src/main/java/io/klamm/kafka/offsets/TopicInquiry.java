package io.klamm.kafka.offsets;

import io.klamm.kafka.offsets.TopicAnswer.Bounds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/** Asks brokers what a {@link TopicQuestion} wants to know; waits for nothing. */
final class TopicInquiry {

    private static final long NO_ANSWER = Long.MIN_VALUE;

    private final Admin admin;
    private final String topic;

    TopicInquiry(Admin admin, String topic) {
        this.admin = admin;
        this.topic = topic;
    }

    /** The answer, when it comes; fails when the topic cannot be described. Partitions whose leader does not answer have no bounds. */
    CompletableFuture<TopicAnswer> ask(TopicQuestion question) {
        return Objects.requireNonNull(
                        admin.describeTopics(List.of(topic)).topicNameValues().get(topic))
                .toCompletionStage()
                .thenCompose(description -> askBounds(description, question))
                .toCompletableFuture();
    }

    private CompletableFuture<TopicAnswer> askBounds(TopicDescription description, TopicQuestion question) {
        String id = description.topicId().toString();
        List<TopicPartition> asked = description.partitions().stream()
                .filter(partition -> led(partition) && question.asksFor(id, partition.partition()))
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        Offsets earliest = list(asked, OffsetSpec.earliest());
        Offsets latest = list(asked, OffsetSpec.latest());
        Offsets since = list(asked, OffsetSpec.forTimestamp(question.since().toEpochMilli()));
        return CompletableFuture.allOf(Stream.of(earliest, latest, since)
                        .flatMap(offsets -> offsets.answers().values().stream())
                        .toArray(CompletableFuture<?>[]::new))
                .thenApply(done -> answer(description, bounds(asked, earliest, latest, since)));
    }

    /** Offsets that are on their way. */
    private record Offsets(Map<TopicPartition, CompletableFuture<Long>> answers) {

        long of(TopicPartition partition) {
            CompletableFuture<Long> answer = answers.get(partition);
            return answer == null ? NO_ANSWER : answer.join();
        }
    }

    private Offsets list(List<TopicPartition> partitions, OffsetSpec spec) {
        ListOffsetsResult result =
                admin.listOffsets(partitions.stream().collect(Collectors.toMap(Function.identity(), any -> spec)));
        return new Offsets(partitions.stream()
                .collect(Collectors.toMap(Function.identity(), partition -> result.partitionResult(partition)
                        .toCompletionStage()
                        .handle((info, error) -> error == null ? info.offset() : NO_ANSWER)
                        .toCompletableFuture())));
    }

    private static Map<Integer, Bounds> bounds(
            List<TopicPartition> asked, Offsets earliest, Offsets latest, Offsets since) {
        Map<Integer, Bounds> bounds = new HashMap<>();
        for (TopicPartition partition : asked) {
            long from = earliest.of(partition);
            long to = latest.of(partition);
            long sinceTime = since.of(partition);
            if (from >= 0 && to >= 0 && sinceTime != NO_ANSWER) {
                // Where nothing is so new, Kafka says -1.
                OptionalLong at = sinceTime < 0 ? OptionalLong.empty() : OptionalLong.of(sinceTime);
                bounds.put(partition.partition(), new Bounds(from, to, at));
            }
        }
        return bounds;
    }

    private static TopicAnswer answer(TopicDescription description, Map<Integer, Bounds> bounds) {
        List<Integer> leaderless = description.partitions().stream()
                .filter(partition -> !led(partition))
                .map(TopicPartitionInfo::partition)
                .sorted()
                .toList();
        return new TopicAnswer(
                description.topicId().toString(), description.partitions().size(), leaderless, bounds);
    }

    private static boolean led(TopicPartitionInfo partition) {
        return partition.leader() != null && !partition.leader().isEmpty();
    }
}
