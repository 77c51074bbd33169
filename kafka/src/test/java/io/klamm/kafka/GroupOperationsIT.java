package io.klamm.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.kafka.operations.GroupOperations;
import io.klamm.kafka.operations.OffsetChange;
import io.klamm.kafka.operations.OperationException;
import io.klamm.kafka.operations.Position;
import io.klamm.model.GroupOffset;
import io.klamm.model.TopicPartition;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Groups that are set back, set forth and deleted on a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroupOperationsIT {

    private Practice practice;
    private GroupOperations operations;

    @BeforeAll
    void start() {
        practice = Practice.start(lab -> lab.brokers(1));
        practice.createTopic("steps", 2, 1);
        practice.produce("steps", 2, 100);
        operations = GroupOperations.connect(client());
    }

    @AfterAll
    void end() {
        operations.close();
        practice.close();
    }

    private Map<String, Object> client() {
        return new HashMap<>(practice.lab().client());
    }

    private static TopicPartition partition(int number) {
        return new TopicPartition("steps", number);
    }

    private void reset(String group, Position to) {
        operations.reset(group, operations.plan(group, Optional.empty(), to));
    }

    private Map<TopicPartition, Long> committed(String group) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (GroupOffset offset :
                Practice.group(practice.read(), group).offsets().orElseThrow()) {
            offsets.put(offset.partition(), offset.offset());
        }
        return offsets;
    }

    @Test
    void reset_everyPosition_movesTheCommits() {
        practice.commit("mover", "steps", Map.of(0, 40L, 1, 60L));

        assertThat(operations.plan("mover", Optional.empty(), new Position.Step(-50)))
                .containsExactly(
                        new OffsetChange(partition(0), OptionalLong.of(40), 0),
                        new OffsetChange(partition(1), OptionalLong.of(60), 10));
        assertThat(committed("mover")).containsEntry(partition(0), 40L);

        reset("mover", new Position.Step(-50));
        assertThat(committed("mover")).isEqualTo(Map.of(partition(0), 0L, partition(1), 10L));
        reset("mover", new Position.Latest());
        assertThat(committed("mover")).isEqualTo(Map.of(partition(0), 100L, partition(1), 100L));
        reset("mover", new Position.At(1_000_000));
        assertThat(committed("mover")).isEqualTo(Map.of(partition(0), 100L, partition(1), 100L));
        reset("mover", new Position.Earliest());
        assertThat(committed("mover")).isEqualTo(Map.of(partition(0), 0L, partition(1), 0L));
        reset("mover", new Position.Since(Instant.now().plusSeconds(3600)));
        assertThat(committed("mover")).isEqualTo(Map.of(partition(0), 100L, partition(1), 100L));
        reset("mover", new Position.Since(Instant.EPOCH));
        assertThat(committed("mover")).isEqualTo(Map.of(partition(0), 0L, partition(1), 0L));
    }

    @Test
    void plan_topicNamed_bringsPartitionsWithoutCommit() {
        practice.commit("half", "steps", Map.of(0, 5L));

        assertThat(operations.plan("half", Optional.of("steps"), new Position.Latest()))
                .containsExactly(
                        new OffsetChange(partition(0), OptionalLong.of(5), 100),
                        new OffsetChange(partition(1), OptionalLong.empty(), 100));
    }

    @Test
    void plan_nothingCommittedOrNoSuchTopic_isRefused() {
        assertThatThrownBy(() -> operations.plan("nobody", Optional.empty(), new Position.Earliest()))
                .isInstanceOf(OperationException.class)
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> operations.plan("half", Optional.of("nowhere"), new Position.Earliest()))
                .isInstanceOf(OperationException.class)
                .hasMessage("nowhere: no such topic (expected: one of klamm topic list)");
    }

    @Test
    void resetAndDelete_whileItHasMembers_areRefused() {
        try (KafkaConsumer<String, String> member = practice.join("busy", "classic", "steps")) {
            Practice.commitAll(member);
            List<OffsetChange> plan = operations.plan("busy", Optional.empty(), new Position.Earliest());

            assertThatThrownBy(() -> operations.reset("busy", plan))
                    .hasMessage("busy: has members (expected: none; stop its consumers first)");
            assertThatThrownBy(() -> operations.delete("busy"))
                    .hasMessage("busy: has members (expected: none; stop its consumers first)");
        }
    }

    @Test
    void delete_emptyGroup_isGone() {
        practice.commit("done", "steps", Map.of(0, 5L));

        operations.delete("done");

        assertThat(practice.read().groups()).noneMatch(group -> group.id().equals("done"));
        assertThatThrownBy(() -> operations.delete("done"))
                .hasMessage("done: no such group (expected: one of klamm groups list)");
    }
}
