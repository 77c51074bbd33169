package io.klamm.lag;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.commit.CommitBatch;
import io.klamm.model.commit.CommitTarget;
import io.klamm.model.verdict.GroupVerdict.Source;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
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

    private static void fill(LagKeeper keeper) {
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

    private static long used() {
        System.gc();
        System.gc();
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return heap.getUsed();
    }
}
