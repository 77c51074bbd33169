package io.klamm.kafka;

import io.klamm.model.GroupOffset;
import io.klamm.model.GroupType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.common.KafkaFuture;

/** The offsets of the groups of one cycle, many groups at a time: what consumers committed, and where share groups start. */
final class GroupOffsets {

    private final Cycle cycle;
    private final Predicate<String> topics;
    private final GroupAnswers<List<GroupOffset>> answers;
    private final Map<String, KafkaFuture<List<GroupOffset>>> futures = new LinkedHashMap<>();

    GroupOffsets(Cycle cycle, Predicate<String> topics) {
        this.cycle = cycle;
        this.topics = topics;
        this.answers = new GroupAnswers<>("group offsets", cycle.gathering());
    }

    void ask(GroupType type, List<String> ids) {
        if (type == GroupType.SHARE) {
            askShare(ids);
        } else {
            askCommitted(ids);
        }
    }

    /** Groups of type streams commit like any other, and are answered by the same call. */
    private void askCommitted(List<String> ids) {
        cycle.calls().count("listConsumerGroupOffsets");
        Map<String, ListConsumerGroupOffsetsSpec> specs = new HashMap<>();
        ids.forEach(id -> specs.put(id, new ListConsumerGroupOffsetsSpec()));
        ListConsumerGroupOffsetsResult result = cycle.admin()
                .listConsumerGroupOffsets(specs, new ListConsumerGroupOffsetsOptions().timeoutMs(cycle.timeout()));
        ids.forEach(id -> futures.put(
                id,
                result.partitionsToOffsetAndMetadata(id)
                        .thenApply(committed -> GroupMapper.committed(committed, topics))));
    }

    private void askShare(List<String> ids) {
        cycle.calls().count("listShareGroupOffsets");
        Map<String, ListShareGroupOffsetsSpec> specs = new HashMap<>();
        ids.forEach(id -> specs.put(id, new ListShareGroupOffsetsSpec()));
        ListShareGroupOffsetsResult result = cycle.admin()
                .listShareGroupOffsets(specs, new ListShareGroupOffsetsOptions().timeoutMs(cycle.timeout()));
        ids.forEach(id -> futures.put(
                id, result.partitionsToOffsetInfo(id).thenApply(shared -> GroupMapper.shared(shared, topics))));
    }

    void await(Earlier earlier) {
        futures.forEach((id, future) -> {
            Gathering.Answer<List<GroupOffset>> answer = cycle.gathering().answer(future);
            if (answer.value() != null) {
                answers.put(id, answer.value());
            } else if (answer.error() != null) {
                answers.put(id, earlier.coordinator(id), answer.error());
            }
        });
    }

    /** Empty when the offsets could not be had; an empty list when the group has committed nothing. */
    Optional<List<GroupOffset>> of(String id) {
        return answers.of(id);
    }

    boolean gone(String id) {
        return answers.gone(id);
    }

    boolean unanswered(String id) {
        return answers.unanswered(id);
    }
}
