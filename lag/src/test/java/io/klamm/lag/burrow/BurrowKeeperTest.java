package io.klamm.lag.burrow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.klamm.model.burrow.BurrowCommit;
import io.klamm.model.burrow.BurrowGroupStatus;
import io.klamm.model.burrow.BurrowPartition;
import io.klamm.model.burrow.BurrowStatus;
import io.klamm.model.commit.CommitBatch;
import io.klamm.model.commit.CommitTarget;
import io.klamm.model.verdict.GroupVerdict.Source;
import io.klamm.testing.ManualClock;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BurrowKeeperTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00.700Z");

    private final ManualClock clock = new ManualClock(NOW);
    private BurrowKeeper keeper = new BurrowKeeper("main", BurrowSettings.usual(), clock);
    private long order;

    private void commit(String group, String topic, int partition, long offset) {
        commit(keeper.target(Source.OFFSETS_TOPIC, group, topic, partition), offset, clock.millis());
    }

    private void commit(CommitTarget target, long offset, long timeMillis) {
        CommitBatch batch = new CommitBatch(1);
        batch.add(target, offset, timeMillis, ++order);
        keeper.accept(batch);
    }

    private BurrowPartition partition(String group, String topic, int number) {
        return keeper.group(group).orElseThrow().getOrDefault(topic, List.of()).get(number);
    }

    private long count(String reason) {
        return keeper.commits().getOrDefault(reason, -1L);
    }

    @Test
    void accept_known_storesLagAndTheSecondOfSeeingIt() {
        keeper.observeEnds("t", new long[] {100}, 0);

        commit("g", "t", 0, 60);

        BurrowCommit commit = partition("g", "t", 0).commits().get(0);
        assertThat(commit.lag()).isEqualTo(OptionalLong.of(40));
        assertThat(commit.timeMillis()).isEqualTo(NOW.toEpochMilli());
        assertThat(commit.observedAtMillis()).isEqualTo(NOW.toEpochMilli() - 700);
        assertThat(count("stored")).isEqualTo(1);
    }

    @Test
    void accept_whatIsNotKept_isCounted() {
        keeper = new BurrowKeeper("main", BurrowSettings.usual().of(group -> !group.equals("denied")), clock);
        keeper.observeEnds("t", new long[] {100, -1}, 0);

        commit("g", "t", 1, 1);
        commit("g", "t", 2, 1);
        commit("g", "elsewhere", 0, 1);
        commit("g", "t", -1, 1);
        commit("denied", "t", 0, 1);
        commit(keeper.target(Source.OFFSETS_TOPIC, "g", "t", 0), CommitBatch.DELETED, clock.millis());
        commit(
                keeper.target(Source.OFFSETS_TOPIC, "g", "t", 0),
                1,
                NOW.minus(Duration.ofDays(8)).toEpochMilli());

        assertThat(keeper.groups()).isEmpty();
        assertThat(count("unknown_end")).isEqualTo(4);
        assertThat(count("filtered")).isEqualTo(1);
        assertThat(count("tombstone")).isEqualTo(1);
        assertThat(count("too_old")).isEqualTo(1);
        assertThat(count("stored")).isZero();
    }

    @Test
    void accept_exactlyAsOldAsAllowed_isKept() {
        keeper.observeEnds("t", new long[] {100}, 0);
        long oldest = NOW.minusMillis(700).minus(Duration.ofDays(7)).toEpochMilli();

        commit(keeper.target(Source.OFFSETS_TOPIC, "old", "t", 0), 1, oldest);
        commit(keeper.target(Source.OFFSETS_TOPIC, "older", "t", 0), 1, oldest - 1);

        assertThat(keeper.groups()).containsExactly("old");
    }

    @Test
    void group_expired_isListedUntilItIsRead() {
        keeper.observeEnds("t", new long[] {100}, 0);
        commit("g", "t", 0, 60);
        clock.advance(Duration.ofDays(7).plusSeconds(1));

        assertThat(keeper.groups()).containsExactly("g");
        assertThat(keeper.status("g").found()).isFalse();
        assertThat(keeper.groups()).isEmpty();
        assertThat(keeper.windows()).isZero();
    }

    @Test
    void target_sameNames_isTheSameUntilTheGroupIsForgotten() {
        keeper.observeEnds("t", new long[] {100}, 0);
        CommitTarget target = keeper.target(Source.OFFSETS_TOPIC, "g", "t", 0);
        commit(target, 1, clock.millis());
        assertThat(keeper.target(Source.ZOOKEEPER, "g", "t", 0)).isSameAs(target);

        keeper.removed("g");
        commit(target, 2, clock.millis());

        assertThat(target.live()).isFalse();
        assertThat(keeper.groups()).isEmpty();
        assertThat(count("forgotten")).isEqualTo(1);
        commit("g", "t", 0, 3);
        assertThat(partition("g", "t", 0).commits()).hasSize(1);
    }

    @Test
    void target_beyondTheLimit_isRefusedUntilThereIsRoom() {
        BurrowSettings usual = BurrowSettings.usual();
        keeper = new BurrowKeeper(
                "main",
                new BurrowSettings(
                        10,
                        usual.minDistance(),
                        usual.expireGroup(),
                        usual.groups(),
                        usual.expireCache(),
                        0,
                        0,
                        false,
                        1),
                clock);
        keeper.observeEnds("t", new long[] {100, 100}, 0);
        commit("g", "t", 0, 1);
        CommitTarget refused = keeper.target(Source.OFFSETS_TOPIC, "g", "t", 1);
        commit(refused, 1, clock.millis());

        assertThat(count("limit")).isEqualTo(1);
        assertThat(refused.live()).isTrue();

        keeper.removed("g");

        assertThat(refused.live()).isFalse();
        commit("g", "t", 1, 1);
        assertThat(partition("g", "t", 1).commits()).hasSize(1);
    }

    @Test
    void topic_deletedAndMadeAgainWithFewerPartitions_doesNoHarm() {
        keeper.observeEnds("t", new long[] {100, 100, 100}, 0);
        commit("g", "t", 2, 60);

        keeper.topicGone("t");
        keeper.observeEnds("t", new long[] {5}, 0);
        commit("g", "t", 2, 61);
        commit("g", "t", 0, 3);

        assertThat(keeper.group("g").orElseThrow().get("t")).hasSize(1);
        assertThat(keeper.status("g").totalLag()).isEqualTo(2);
        assertThat(count("unknown_end")).isEqualTo(1);
    }

    @Test
    void topic_observedWithFewerPartitions_keepsItsWindows() {
        keeper.observeEnds("t", new long[] {100, 100}, 0);
        commit("g", "t", 1, 60);

        keeper.observeEnds("t", new long[] {101}, 0);

        assertThat(keeper.ends("t").orElseThrow()).containsExactly(OptionalLong.of(101), OptionalLong.of(100));
        assertThat(keeper.status("g").totalLag()).isEqualTo(40);
    }

    @Test
    void topic_moreThanOneGrowth_rowIsAsLongAsWhenItWasNeeded() {
        keeper.observeEnds("t", new long[] {100}, 0);
        commit("g", "t", 0, 60);
        keeper.observeEnds("t", new long[] {100, 10, -1, -1}, 0);
        commit("g", "t", 0, 61);
        assertThat(keeper.group("g").orElseThrow().get("t")).hasSize(1);

        commit("g", "t", 1, 6);

        assertThat(keeper.group("g").orElseThrow().get("t")).hasSize(4);
        assertThat(partition("g", "t", 3)).isEqualTo(new BurrowPartition(0, List.of(), List.of(), 0, "", ""));
    }

    @Test
    void status_askedAgain_isThatOfBeforeUntilItExpires() {
        keeper.observeEnds("t", new long[] {100}, 0);
        assertThat(keeper.status("g").status()).isEqualTo(BurrowStatus.NOTFOUND);
        commit("g", "t", 0, 60);

        clock.advance(Duration.ofMillis(9999));
        assertThat(keeper.status("g").status()).isEqualTo(BurrowStatus.NOTFOUND);
        clock.advance(Duration.ofMillis(1));
        assertThat(keeper.status("g").status()).isEqualTo(BurrowStatus.ERR);
    }

    @Test
    void status_group_sumsItsPartitionsUp() {
        keeper.observeEnds("a", new long[] {100, 100}, 0);
        keeper.observeEnds("b", new long[] {500}, 0);
        commit("g", "b", 0, 100);
        commit("g", "a", 0, 100);

        BurrowGroupStatus status = keeper.status("g");

        assertThat(status.cluster()).isEqualTo("main");
        assertThat(status.status()).isEqualTo(BurrowStatus.ERR);
        assertThat(status.totalLag()).isEqualTo(400);
        assertThat(status.complete()).isZero();
        assertThat(status.partitions()).extracting("topic").containsExactly("a", "a", "b");
        assertThat(status.maxLag().orElseThrow().topic()).isEqualTo("b");
        assertThat(status.troubled()).hasSize(1);
        assertThat(status.troubled().get(0).status()).isEqualTo(BurrowStatus.STALL);
    }

    @Test
    void catchingUp_commitOfThePast_hasTheLagOfThen() {
        long then = NOW.toEpochMilli();
        keeper.catchingUp(true);
        keeper.observeEnds("t", new long[] {100}, then - 60_000);
        keeper.observeEnds("t", new long[] {200}, then - 30_000);
        keeper.observeEnds("t", new long[] {900}, then);
        CommitTarget target = keeper.target(Source.OFFSETS_TOPIC, "g", "t", 0);

        commit(target, 90, then - 70_000);
        commit(target, 95, then - 45_000);
        commit(target, 190, then - 30_000);
        keeper.catchingUp(false);
        commit(target, 191, then - 20_000);

        assertThat(partition("g", "t", 0).commits())
                .extracting(commit -> commit.lag().getAsLong())
                .containsExactly(10L, 5L, 10L, 709L);
    }

    @Test
    void groupDeleted_beforeItsLastCommit_isOldNews() {
        keeper.observeEnds("t", new long[] {100}, 0);
        commit("g", "t", 0, 60);

        keeper.groupDeleted("g", clock.millis() - 1);
        assertThat(keeper.groups()).containsExactly("g");
        keeper.groupDeleted("g", clock.millis());
        assertThat(keeper.groups()).isEmpty();
        keeper.groupDeleted("nobody", clock.millis());
    }

    @Test
    void owner_cleared_isNobody() {
        keeper.observeEnds("t", new long[] {100, 100}, 0);
        commit("g", "t", 0, 60);
        keeper.owner("g", "t", 1, "/10.0.0.1", "client");

        assertThat(partition("g", "t", 1).owner()).isEqualTo("/10.0.0.1");
        assertThat(partition("g", "t", 1).slots()).isEqualTo(10);
        assertThat(keeper.groupsOf("t")).containsExactly("g");

        keeper.clearOwners("g");

        assertThat(partition("g", "t", 1).owner()).isEmpty();
        assertThat(partition("g", "t", 1).clientId()).isEmpty();
    }

    @Test
    void accept_knownPartitions_allocatesNothing() {
        keeper.observeEnds("t", new long[] {Long.MAX_VALUE}, 0);
        CommitTarget target = keeper.target(Source.OFFSETS_TOPIC, "g", "t", 0);
        CommitBatch batch = new CommitBatch(1000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = 0;
        for (int round = 0; round < 200; round++) {
            batch.clear();
            while (!batch.isFull()) {
                order++;
                batch.add(target, order, clock.millis() + order, order);
            }
            long before = threads.getCurrentThreadAllocatedBytes();
            keeper.accept(batch);
            // The first rounds load classes.
            allocated += round < 100 ? 0 : threads.getCurrentThreadAllocatedBytes() - before;
        }

        assertThat(count("stored")).isEqualTo(200_000);
        assertThat(allocated).as("bytes for 100000 commits").isLessThan(100_000);
    }
}
