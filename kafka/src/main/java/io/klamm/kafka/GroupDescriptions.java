package io.klamm.kafka;

import io.klamm.model.GroupType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.DescribeClassicGroupsOptions;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeShareGroupsOptions;
import org.apache.kafka.clients.admin.DescribeStreamsGroupsOptions;
import org.apache.kafka.common.KafkaFuture;

/**
 * Describes the groups of one cycle, many at a time.
 *
 * <p>A member may store whatever it likes as its assignment. When the client cannot decode one, it fails all groups that were asked together; they are then asked by
 * halves until the culprits are alone. Culprits are remembered, so that the next cycle asks them apart from the others at once.
 */
final class GroupDescriptions {

    /** Enough to isolate three culprits among 2,000 groups; a cycle must not ask without end. */
    private static final int MOST_HALVINGS = 64;

    private static final int MOST_ASKED_ALONE = 20;

    private final Cycle cycle;
    private final Predicate<String> topics;
    private final Set<String> unreadable;
    private final GroupAnswers<GroupDescription> answers;
    private final Deque<Batch> waiting = new ArrayDeque<>();
    private int halvings;

    private record Batch(GroupType type, Map<String, KafkaFuture<GroupDescription>> futures) {}

    GroupDescriptions(Cycle cycle, Predicate<String> topics, Set<String> unreadable) {
        this.cycle = cycle;
        this.topics = topics;
        this.unreadable = unreadable;
        this.answers = new GroupAnswers<>("groups", cycle.gathering());
    }

    void ask(GroupType type, List<String> ids) {
        List<String> together = new ArrayList<>(ids);
        List<String> alone = together.stream().filter(unreadable::contains).toList();
        together.removeAll(new HashSet<>(alone));
        send(type, together);
        int single = Math.min(alone.size(), MOST_ASKED_ALONE);
        alone.subList(0, single).forEach(id -> send(type, List.of(id)));
        send(type, alone.subList(single, alone.size()));
    }

    private void send(GroupType type, List<String> ids) {
        if (!ids.isEmpty()) {
            waiting.add(new Batch(type, describe(type, ids)));
        }
    }

    void await(Earlier earlier) {
        while (!waiting.isEmpty()) {
            await(waiting.remove(), earlier);
        }
    }

    private void await(Batch batch, Earlier earlier) {
        Map<String, Throwable> spoilt = new HashMap<>();
        batch.futures().forEach((id, future) -> {
            Gathering.Answer<GroupDescription> answer = cycle.gathering().answer(future);
            if (answer.value() != null) {
                answers.put(id, answer.value());
                unreadable.remove(id);
            } else if (answer.error() != null && Advice.undecodable(answer.error())) {
                spoilt.put(id, answer.error());
            } else if (answer.error() != null) {
                answers.put(id, earlier.coordinator(id), answer.error());
            }
        });
        separate(batch.type(), spoilt, earlier);
    }

    private void separate(GroupType type, Map<String, Throwable> spoilt, Earlier earlier) {
        if (spoilt.isEmpty()) {
            return;
        }
        if (spoilt.size() == 1 || halvings >= MOST_HALVINGS) {
            spoilt.forEach((id, error) -> answers.put(id, earlier.coordinator(id), error));
            unreadable.addAll(spoilt.keySet());
            return;
        }
        halvings++;
        List<String> ids = spoilt.keySet().stream().sorted().toList();
        send(type, ids.subList(0, ids.size() / 2));
        send(type, ids.subList(ids.size() / 2, ids.size()));
    }

    Optional<GroupDescription> of(String id) {
        return answers.of(id);
    }

    boolean gone(String id) {
        return answers.gone(id);
    }

    boolean unanswered(String id) {
        return answers.unanswered(id);
    }

    private Map<String, KafkaFuture<GroupDescription>> describe(GroupType type, List<String> ids) {
        return switch (type) {
            case CONSUMER -> consumer(ids);
            case SHARE -> share(ids);
            case STREAMS -> streams(ids);
            case CLASSIC, UNKNOWN -> classic(ids);
        };
    }

    private Map<String, KafkaFuture<GroupDescription>> classic(List<String> ids) {
        cycle.calls().count("describeClassicGroups");
        return mapped(
                cycle.admin()
                        .describeClassicGroups(ids, new DescribeClassicGroupsOptions().timeoutMs(cycle.timeout()))
                        .describedGroups(),
                group -> GroupDescription.of(group, topics));
    }

    private Map<String, KafkaFuture<GroupDescription>> consumer(List<String> ids) {
        cycle.calls().count("describeConsumerGroups");
        return mapped(
                cycle.admin()
                        .describeConsumerGroups(ids, new DescribeConsumerGroupsOptions().timeoutMs(cycle.timeout()))
                        .describedGroups(),
                group -> GroupDescription.of(group, topics));
    }

    private Map<String, KafkaFuture<GroupDescription>> share(List<String> ids) {
        cycle.calls().count("describeShareGroups");
        return mapped(
                cycle.admin()
                        .describeShareGroups(ids, new DescribeShareGroupsOptions().timeoutMs(cycle.timeout()))
                        .describedGroups(),
                group -> GroupDescription.of(group, topics));
    }

    private Map<String, KafkaFuture<GroupDescription>> streams(List<String> ids) {
        cycle.calls().count("describeStreamsGroups");
        return mapped(
                cycle.admin()
                        .describeStreamsGroups(ids, new DescribeStreamsGroupsOptions().timeoutMs(cycle.timeout()))
                        .describedGroups(),
                group -> GroupDescription.of(group, topics));
    }

    private static <T> Map<String, KafkaFuture<GroupDescription>> mapped(
            Map<String, KafkaFuture<T>> futures, Function<T, GroupDescription> mapper) {
        Map<String, KafkaFuture<GroupDescription>> mapped = new HashMap<>();
        futures.forEach((id, future) -> mapped.put(id, future.thenApply(mapper::apply)));
        return mapped;
    }
}
