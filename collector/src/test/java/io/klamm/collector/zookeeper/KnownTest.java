package io.klamm.collector.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.collector.zookeeper.Answer.Absent;
import io.klamm.collector.zookeeper.Answer.Denied;
import io.klamm.collector.zookeeper.Answer.Found;
import io.klamm.collector.zookeeper.ConsumerNode.Kind;
import io.klamm.collector.zookeeper.RecordedCommits.Commit;
import io.klamm.model.commit.CommitBatch;
import io.klamm.model.verdict.GroupVerdict.Source;
import io.klamm.testing.ManualClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownTest {

    private static final ConsumerNode OFFSET = new ConsumerNode(Kind.OFFSET, "g", "t", 3);
    private static final ConsumerNode OWNER = new ConsumerNode(Kind.OWNER, "g", "t", 3);
    private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");

    private final ManualClock clock = new ManualClock(NOW);
    private final RecordedCommits sink = new RecordedCommits();
    private final List<String> owners = new ArrayList<>();
    private final SourceRecord record = new SourceRecord("c", clock);
    private final Known known = new Known(
            sink,
            (group, topic, partition, owner) ->
                    owners.add(group + "/" + topic + "/" + partition + "=" + owner.orElse("nobody")),
            record,
            clock);

    private void take(ConsumerNode node, String text, long order) {
        known.take(node, new Found<>(new NodeData(text, order, 1_000 + order)));
        known.flush();
    }

    private void gone(ConsumerNode node) {
        known.take(node, new Absent<>());
        known.flush();
    }

    private static Commit commit(long offset, long timeMillis, long order) {
        return new Commit(Source.ZOOKEEPER, "g", "t", 3, offset, timeMillis, order);
    }

    @Test
    void commit_isPassedOnOnce_withTheServersTimeAndOrder() {
        take(OFFSET, "10", 5);
        take(OFFSET, "10", 5);
        take(OFFSET, "10", 9);

        assertThat(sink.all()).containsExactly(commit(10, 1_005, 5), commit(10, 1_009, 9));
        assertThat(sink.targetsAskedFor()).isEqualTo(1);
    }

    @Test
    void deleted_isATombstoneAfterTheLastCommit_andOnlyOne() {
        take(OFFSET, "10", 5);
        gone(OFFSET);
        gone(OFFSET);
        take(OFFSET, "11", 8);

        assertThat(sink.all())
                .containsExactly(
                        commit(10, 1_005, 5), commit(CommitBatch.DELETED, NOW.toEpochMilli(), 6), commit(11, 1_008, 8));
    }

    @Test
    void badOffset_isCountedAndNoCommit_theOneBeforeStands() {
        take(OFFSET, "10", 5);
        take(OFFSET, "what", 6);
        take(OFFSET, "what", 6);
        gone(OFFSET);

        assertThat(sink.offsets("g", "t", 3)).containsExactly(10L, CommitBatch.DELETED);
        assertThat(record.status().errors()).containsEntry("BadOffset", 1L);
    }

    @Test
    void badOffset_alone_isNoTombstoneWhenItGoes() {
        take(OFFSET, "what", 6);
        gone(OFFSET);

        assertThat(sink.all()).isEmpty();
    }

    @Test
    void denied_keepsWhatIsKnown() {
        take(OFFSET, "10", 5);
        known.take(OFFSET, new Denied<>());
        known.flush();

        assertThat(sink.offsets("g", "t", 3)).containsExactly(10L);
        assertThat(known.nodes()).containsExactly(OFFSET);
        assertThat(record.status().errors()).containsEntry("NoAuth", 1L);
    }

    @Test
    void targetForgotten_isAskedForAnew_andATombstoneHasNowhereToGo() {
        take(OFFSET, "10", 5);
        sink.forgetAll();
        take(OFFSET, "11", 6);
        assertThat(sink.targetsAskedFor()).isEqualTo(2);
        sink.forgetAll();
        gone(OFFSET);

        assertThat(sink.offsets("g", "t", 3)).containsExactly(10L, 11L);
    }

    @Test
    void owner_isToldWhenItChangesOrGoes() {
        take(OWNER, "one", 1);
        take(OWNER, "one", 2);
        take(OWNER, "two", 3);
        gone(OWNER);
        gone(OWNER);

        assertThat(owners).containsExactly("g/t/3=one", "g/t/3=two", "g/t/3=nobody");
        assertThat(sink.all()).isEmpty();
    }

    @Test
    void moreThanABatch_isHandedOverInTurn() {
        for (int partition = 0; partition < 2_500; partition++) {
            known.take(new ConsumerNode(Kind.OFFSET, "g", "t", partition), new Found<>(new NodeData("1", 1, 1)));
        }
        assertThat(sink.all()).hasSize(2_000);
        known.flush();

        assertThat(sink.all()).hasSize(2_500);
        assertThat(record.status().counts()).containsEntry("commits", 2_500L);
    }
}
