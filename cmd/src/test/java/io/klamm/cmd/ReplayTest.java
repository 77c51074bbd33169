package io.klamm.cmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.lag.LagSettings;
import io.klamm.lag.journal.Entry;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.Group;
import io.klamm.model.GroupOffset;
import io.klamm.model.GroupType;
import io.klamm.model.Partition;
import io.klamm.model.Topic;
import io.klamm.model.TopicPartition;
import io.klamm.model.verdict.GroupVerdict.Source;
import io.klamm.model.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A recorded hour of one group that commits every 10 s for half of it, and then no more. */
class ReplayTest {

    private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
    private static final TopicPartition PARTITION = new TopicPartition("t", 0);

    private static void record(Replay replay) {
        for (int second = 0; second <= 3600; second += 10) {
            long committed = Math.min(second, 1800) * 10L;
            if (second <= 1800) {
                replay.commits(new Entry.Commits(List.of(new Entry.Commit(
                        Source.OFFSETS_TOPIC,
                        "g",
                        PARTITION,
                        committed,
                        START.plusSeconds(second).toEpochMilli(),
                        second))));
            }
            replay.cycle(snapshot(second, second * 10L + 5, committed));
        }
    }

    private static ClusterSnapshot snapshot(int second, long end, long committed) {
        Instant at = START.plusSeconds(second).plusMillis(100);
        Partition partition = new Partition(0, 1, List.of(), List.of(), List.of(), List.of(), List.of(), 0, end, end);
        Group group = new Group(
                "g",
                GroupType.CLASSIC,
                "Empty",
                "",
                1,
                List.of(),
                Optional.of(List.of(new GroupOffset(PARTITION, committed, OptionalLong.empty()))),
                at);
        return new ClusterSnapshot(
                "c",
                "id",
                second,
                at,
                Duration.ZERO,
                1,
                List.of(),
                List.of(new Topic("t", "t-id", false, List.of(partition), Optional.empty())),
                List.of(),
                Optional.empty(),
                List.of(group),
                List.of());
    }

    private static Replay replay(int fromMinute, int toMinute, String only) {
        Replay replay = new Replay(
                LagSettings.DEFAULT,
                START.plus(Duration.ofMinutes(fromMinute)),
                START.plus(Duration.ofMinutes(toMinute)),
                only);
        record(replay);
        return replay;
    }

    @Test
    void changes_groupThatStops_isSaidOnceWithItsReason() {
        Replay replay = replay(20, 60, "g");

        assertThat(replay.changes()).extracting(Replay.Change::verdict).containsExactly(Verdict.OK, Verdict.STOP);
        Replay.Change stop = replay.changes().get(1);
        assertThat(stop.at()).isBetween(START.plusSeconds(1800), START.plusSeconds(2000));
        assertThat(stop.where()).isEqualTo("t-0");
        assertThat(stop.why()).isPresent();
    }

    @Test
    void changes_onlyTheTimeAskedFor_isJudged() {
        Replay replay = replay(10, 15, "g");

        assertThat(replay.cycles()).isEqualTo(30);
        assertThat(replay.changes()).extracting(Replay.Change::verdict).containsExactly(Verdict.OK);
    }

    @Test
    void changes_anotherGroup_hasNone() {
        assertThat(replay(20, 60, "other").changes()).isEmpty();
    }

    @Test
    void moment_timeOrAgo_isUnderstoodAndAnythingElseRefused() {
        assertThat(Moment.parse("--from", "30m", START)).isEqualTo(START.minusSeconds(1800));
        assertThat(Moment.parse("--from", "2026-11-23T09:00:00+09:00", START)).isEqualTo("2026-11-23T00:00:00Z");
        assertThatThrownBy(() -> Moment.parse("--from", "yesterday", START))
                .isInstanceOf(UserException.class)
                .hasMessage("--from: yesterday (expected: " + Moment.FORMS + ")");
    }
}
