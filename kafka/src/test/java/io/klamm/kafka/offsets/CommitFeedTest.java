package io.klamm.kafka.offsets;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.kafka.NameFilter;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.coordinator.group.generated.ConsumerGroupMetadataKey;
import org.apache.kafka.coordinator.group.generated.ConsumerGroupMetadataValue;
import org.apache.kafka.coordinator.group.generated.CoordinatorRecordType;
import org.apache.kafka.coordinator.group.generated.GroupMetadataKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommitFeedTest {

    private static final long RECORD_TIME = Bytes.TIME + 5;

    private final FakeSink sink = new FakeSink();
    private final RecordCounts counts = new RecordCounts();
    private CommitKeys keys = keys(NameFilter.all(), 1000);
    private CommitFeed feed = new CommitFeed(sink, keys, counts);
    private long next;

    private CommitKeys keys(NameFilter groups, int limit) {
        return new CommitKeys(sink, groups, limit, 1);
    }

    private void with(NameFilter groups, int limit) {
        keys = keys(groups, limit);
        feed = new CommitFeed(sink, keys, counts);
    }

    private void take(@Nullable ByteBuffer key, @Nullable ByteBuffer value) {
        take(key, value, next++, false);
    }

    private void take(@Nullable ByteBuffer key, @Nullable ByteBuffer value, long order, boolean past) {
        feed.take(
                new ConsumerRecord<>(
                        "offsets",
                        0,
                        order,
                        RECORD_TIME,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        key,
                        value,
                        new RecordHeaders(),
                        Optional.empty()),
                order,
                past);
    }

    private static ByteBuffer classicGroup(String group) {
        return Bytes.key(CoordinatorRecordType.GROUP_METADATA, new GroupMetadataKey().setGroup(group));
    }

    @Test
    void commitsAndTombstones_arriveInOrderWithTheirTimes() {
        take(Bytes.commitKey("g", "t", 0), Bytes.commitValue((short) 4, 10, "", Bytes.TIME));
        take(Bytes.commitKey("g", "t", 1), Bytes.commitValue((short) 1, 20, "m", Bytes.TIME + 1));
        take(Bytes.commitKey("g", "t", 0), null);
        feed.flush();

        assertThat(sink.arrivals())
                .containsExactly(
                        new FakeSink.Arrival("g", "t", 0, 10, Bytes.TIME, 0),
                        new FakeSink.Arrival("g", "t", 1, 20, Bytes.TIME + 1, 1),
                        new FakeSink.Arrival("g", "t", 0, -1, RECORD_TIME, 2));
        assertThat(counts.byType()).containsEntry("commits", 2L).containsEntry("commits deleted", 1L);
    }

    @Test
    void manyCommits_arePassedInBatchesAndAllArrive() {
        IntStream.range(0, 10_000).forEach(n -> take(Bytes.commitKey("g", "t", n % 7), Bytes.commitValue(n)));
        feed.flush();

        assertThat(sink.arrivals())
                .extracting(FakeSink.Arrival::offset)
                .containsExactlyElementsOf(
                        IntStream.range(0, 10_000).mapToObj(n -> (long) n).toList());
        assertThat(sink.asked()).as("each key once").isEqualTo(7);
        assertThat(counts.byType()).containsEntry("commits", 10_000L);
    }

    @Test
    void targetThatDied_isAskedForAnew() {
        take(Bytes.commitKey("g", "t", 0), Bytes.commitValue(1));
        sink.forgetTargets();
        take(Bytes.commitKey("g", "t", 0), Bytes.commitValue(2));
        take(Bytes.commitKey("g", "t", 0), Bytes.commitValue(3));
        feed.flush();

        assertThat(sink.asked()).isEqualTo(2);
        assertThat(sink.log()).containsExactly("g t-0 1", "g t-0 2", "g t-0 3");
    }

    @Test
    void groupsLeftOut_areNotPassedOnNorAreTheirDeaths() {
        with(NameFilter.of(List.of(), List.of("x.*")), 1000);

        take(Bytes.commitKey("xy", "t", 0), Bytes.commitValue(1));
        take(Bytes.commitKey("g", "t", 0), Bytes.commitValue(2));
        take(Bytes.commitKey("xy", "t", 0), null);
        take(classicGroup("xy"), null);
        take(classicGroup("xz"), null);
        feed.flush();

        assertThat(sink.log()).containsExactly("g t-0 2");
        assertThat(counts.byType()).containsEntry("commits of groups left out", 2L);
    }

    @Test
    void groupDeleted_afterItsCommits_isPassedOnAfterThem() {
        take(Bytes.commitKey("g", "t", 0), Bytes.commitValue(1));
        take(Bytes.commitKey("g", "t", 0), null);
        take(classicGroup("g"), null);

        assertThat(sink.log()).containsExactly("g t-0 1", "g t-0 deleted", "g is gone");
    }

    @Test
    void groupThatIsUpgraded_keepsItsCommitsAndIsNotDeleted() {
        take(Bytes.commitKey("g", "t", 0), Bytes.commitValue(1));
        take(classicGroup("g"), null);
        take(
                Bytes.key(
                        CoordinatorRecordType.CONSUMER_GROUP_METADATA, new ConsumerGroupMetadataKey().setGroupId("g")),
                Bytes.value(new ConsumerGroupMetadataValue().setEpoch(1), (short) 0));
        feed.flush();

        assertThat(sink.log()).containsExactly("g t-0 1");
        assertThat(counts.byType())
                .containsEntry("group metadata deleted", 1L)
                .containsEntry("consumer group metadata", 1L);
    }

    @Test
    void groupDeletedThatNeverCommitted_isPassedOn() {
        take(classicGroup("g"), null);

        assertThat(sink.log()).containsExactly("g is gone");
    }

    @Test
    void past_deletedGroupMayLiveAgain_soItIsNotPassedOn() {
        take(Bytes.commitKey("g", "t", 0), Bytes.commitValue(9), 100, false);
        take(Bytes.commitKey("g", "t", 0), Bytes.commitValue(1), 1, true);
        take(Bytes.commitKey("g", "t", 0), null, 2, true);
        take(classicGroup("g"), null, 3, true);
        feed.flush();

        assertThat(sink.log()).containsExactly("g t-0 9", "g t-0 1", "g t-0 deleted");
        assertThat(keys.hasCommits("g"))
                .as("an old tombstone does not undo a newer commit")
                .isTrue();
    }

    @Test
    void unreadableRecords_areCountedAndTheRestGoesOn() {
        ByteBuffer unknown = Bytes.commitValue(1);
        unknown.putShort(0, (short) 5);
        take(null, Bytes.commitValue(1));
        take(Bytes.cut(Bytes.commitKey("g", "t", 0), 9), Bytes.commitValue(1));
        take(Bytes.commitKey("g", "t", 0), unknown);
        take(Bytes.commitKey("g", "t", 0), Bytes.cut(Bytes.commitValue(1), 12));
        take(Bytes.commitKey("g", "t", 0), Bytes.commitValue(8));
        feed.flush();

        assertThat(sink.log()).containsExactly("g t-0 8");
        assertThat(counts.unreadable())
                .containsOnlyKeys(
                        "record without key",
                        "OFFSET_COMMIT key",
                        "OFFSET_COMMIT value version 5",
                        "OFFSET_COMMIT value")
                .containsValues(1L);
    }

    @Test
    void kindsOfUnreadableRecords_areBounded() {
        for (int version = 100; version < 300; version++) {
            take(ByteBuffer.allocate(8).putShort(0, (short) version), null);
        }

        assertThat(counts.unreadable()).hasSize(41).containsEntry("other", 160L);
    }

    @Test
    void moreKeysThanTheLimit_areStillPassedOn() {
        with(NameFilter.all(), 10);

        for (int round = 0; round < 3; round++) {
            long offset = round;
            IntStream.range(0, 50).forEach(n -> take(Bytes.commitKey("g" + n, "t", 0), Bytes.commitValue(offset)));
        }
        feed.flush();

        assertThat(sink.arrivals()).hasSize(150);
        assertThat(keys.size()).isEqualTo(10);
        assertThat(keys.beyondLimit()).isEqualTo(120);
    }

    @Test
    void fullTable_makesRoomWhereCommitsWereDeleted() {
        with(NameFilter.all(), 10);
        IntStream.range(0, 10).forEach(n -> take(Bytes.commitKey("g" + n, "t", 0), Bytes.commitValue(1)));
        IntStream.range(0, 10).forEach(n -> take(Bytes.commitKey("g" + n, "t", 0), null));

        IntStream.range(0, 5).forEach(n -> take(Bytes.commitKey("h" + n, "t", 0), Bytes.commitValue(1)));

        assertThat(keys.size()).isEqualTo(5);
        assertThat(keys.beyondLimit()).isZero();
    }

    @Test
    void sweep_forgetsWhatNobodyKeeps() {
        take(Bytes.commitKey("g", "t", 0), Bytes.commitValue(1));
        take(Bytes.commitKey("h", "t", 0), Bytes.commitValue(1));
        sink.forgetTargets();
        take(Bytes.commitKey("h", "t", 0), Bytes.commitValue(2));

        keys.sweep();

        assertThat(keys.size()).isEqualTo(1);
        assertThat(keys.hasCommits("g")).isFalse();
        assertThat(keys.hasCommits("h")).isTrue();
    }
}
