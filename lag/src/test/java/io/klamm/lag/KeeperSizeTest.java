package io.klamm.lag;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.lag.burrow.BurrowKeeper;
import io.klamm.lag.burrow.BurrowSettings;
import io.klamm.model.commit.CommitBatch;
import io.klamm.model.commit.CommitSink;
import io.klamm.model.commit.CommitTarget;
import io.klamm.model.verdict.GroupVerdict.Source;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How much memory a group on a partition takes once its window is full. */
class KeeperSizeTest {

    private static final int GROUPS = 400;
    private static final int PARTITIONS = 100;

    @Test
    void retained_fullWindows_isUnderHalfAKilobyteEach() {
        long before = used();
        LagKeeper keeper = new LagKeeper(LagSettings.DEFAULT, LagLimits.DEFAULT);
        fill(keeper);

        long each = (used() - before) / (GROUPS * PARTITIONS);

        System.out.println("bytes retained for a group on a partition: " + each);
        assertThat(keeper.counts().partitions()).isEqualTo(GROUPS * PARTITIONS);
        assertThat(each).isLessThan(500);
    }

    @Test
    void retained_burrowsWindowsOfTen_isUnder450BytesEach() {
        long before = used();
        BurrowKeeper keeper = new BurrowKeeper("c", BurrowSettings.usual(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        long[] ends = new long[PARTITIONS];
        Arrays.fill(ends, 1_000_000);
        keeper.observeEnds("topic", ends, 0);
        fill(keeper);

        long each = (used() - before) / (GROUPS * PARTITIONS);

        System.out.println("bytes retained for a group on a partition, by Burrow: " + each);
        assertThat(keeper.windows()).isEqualTo(GROUPS * PARTITIONS);
        assertThat(each).isLessThan(450);
    }

    private static void fill(CommitSink keeper) {
        CommitBatch batch = new CommitBatch(PARTITIONS);
        for (int group = 0; group < GROUPS; group++) {
            CommitTarget[] targets = new CommitTarget[PARTITIONS];
            for (int partition = 0; partition < PARTITIONS; partition++) {
                targets[partition] = keeper.target(Source.OFFSETS_TOPIC, "group-" + group, "topic", partition);
            }
            for (long commit = 0; commit < 200; commit++) {
                for (CommitTarget target : targets) {
                    batch.add(target, commit * 100, commit * 5000, commit);
                }
                keeper.accept(batch);
                batch.clear();
            }
        }
    }

    /** What was left after a collection; the serial collector squeezes the heap to its last byte only at every fourth. */
    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }
}
