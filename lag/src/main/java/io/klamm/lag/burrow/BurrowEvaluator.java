package io.klamm.lag.burrow;

import io.klamm.model.burrow.BurrowGroupStatus;
import io.klamm.model.burrow.BurrowPartitionStatus;
import io.klamm.model.burrow.BurrowStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Burrow's rules: says of a window how the group fares on the partition, and of its partitions how the group fares; pure. */
final class BurrowEvaluator {

    private final long allowedLag;
    private final float minimumComplete;

    BurrowEvaluator(long allowedLag, float minimumComplete) {
        this.allowedLag = allowedLag;
        this.minimumComplete = minimumComplete;
    }

    /**
     * How much of a window is filled, 0 to 1. An empty window counts as if it had one commit; where there is none at all, it is 0.
     *
     * @param window null where there is none
     */
    static float complete(@Nullable CommitRing window) {
        return window == null ? 0 : (float) Math.max(1, window.size()) / (float) window.length();
    }

    /**
     * @param window null where there is none
     * @param ends the newest end offsets; empty where none is known
     * @param currentLag records from the newest commit to the newest end
     */
    BurrowStatus judge(@Nullable CommitRing window, EndRing ends, long currentLag, long nowSeconds) {
        if (window == null || window.size() == 0 || complete(window) < minimumComplete || currentLag <= allowedLag) {
            return BurrowStatus.OK;
        }
        if (BurrowRules.stoppedByTime(window, nowSeconds) && !BurrowRules.caughtUpLately(window, ends)) {
            return BurrowStatus.STOP;
        }
        if (BurrowRules.rewound(window)) {
            return BurrowStatus.REWIND;
        }
        if (!BurrowRules.alwaysAbove(window, allowedLag)) {
            return BurrowStatus.OK;
        }
        if (BurrowRules.offsetsAllEqual(window)) {
            return BurrowStatus.STALL;
        }
        return BurrowRules.lagNeverDecreases(window) ? BurrowStatus.WARN : BurrowStatus.OK;
    }

    /** What follows for a group from its partitions. */
    static BurrowGroupStatus rollUp(String cluster, String group, List<BurrowPartitionStatus> partitions) {
        BurrowStatus worst = BurrowStatus.OK;
        Optional<BurrowPartitionStatus> maxLag = Optional.empty();
        long total = 0;
        int full = 0;
        for (BurrowPartitionStatus partition : partitions) {
            worst = worse(worst, partition.status());
            if (maxLag.isEmpty() || partition.currentLag() > maxLag.get().currentLag()) {
                maxLag = Optional.of(partition);
            }
            total += partition.currentLag();
            full += partition.full() ? 1 : 0;
        }
        float complete = partitions.isEmpty() ? 0 : (float) full / (float) partitions.size();
        return new BurrowGroupStatus(cluster, group, worst, complete, partitions, maxLag, total);
    }

    private static BurrowStatus worse(BurrowStatus one, BurrowStatus other) {
        BurrowStatus capped = other.compareTo(BurrowStatus.ERR) > 0 ? BurrowStatus.ERR : other;
        return one.compareTo(capped) >= 0 ? one : capped;
    }
}
