package io.klamm.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** The offsets of one cycle's partitions: three questions to each leader, all asked at once. */
final class OffsetPhase {

    private final Cycle cycle;
    private final Map<TopicPartition, Integer> leaders;
    private final ListOffsetsResult latest;
    private final ListOffsetsResult stable;
    private final ListOffsetsResult earliest;

    private OffsetPhase(Cycle cycle, Map<TopicPartition, Integer> leaders) {
        this.cycle = cycle;
        this.leaders = leaders;
        this.latest = ask(OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED);
        this.stable = ask(OffsetSpec.latest(), IsolationLevel.READ_COMMITTED);
        this.earliest = ask(OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED);
    }

    /** Asks the leaders of these partitions, whose ids are given. */
    static OffsetPhase ask(Cycle cycle, Map<TopicPartition, Integer> leaders) {
        return new OffsetPhase(cycle, leaders);
    }

    private ListOffsetsResult ask(OffsetSpec spec, IsolationLevel isolation) {
        cycle.calls().count("listOffsets");
        return cycle.admin()
                .listOffsets(
                        leaders.keySet().stream().collect(Collectors.toMap(partition -> partition, partition -> spec)),
                        new ListOffsetsOptions(isolation).timeoutMs(cycle.timeout()));
    }

    PartitionOffsets await() {
        return new PartitionOffsets(
                answers("earliest offsets", earliest),
                answers("end offsets", latest),
                answers("stable offsets", stable));
    }

    private Map<TopicPartition, Long> answers(String fact, ListOffsetsResult result) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        leaders.forEach((partition, leader) -> {
            var answer = cycle.gathering().answer(result.partitionResult(partition));
            Optional.ofNullable(answer.value())
                    .filter(info -> info.offset() >= 0)
                    .ifPresent(info -> offsets.put(partition, info.offset()));
            if (answer.error() != null && !Advice.gone(answer.error())) {
                cycle.gathering().note(fact, partition.toString(), leader, answer.error());
            }
        });
        return offsets;
    }
}
