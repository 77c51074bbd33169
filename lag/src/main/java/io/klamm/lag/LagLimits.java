package io.klamm.lag;

/**
 * How much is kept of one cluster, at most; what comes beyond is counted and passed over.
 *
 * @param groups groups
 * @param partitions pairs of a group and a partition, of less than half a kilobyte each
 */
public record LagLimits(int groups, int partitions) {

    /** Enough for the largest clusters that are known. */
    public static final LagLimits DEFAULT = new LagLimits(100_000, 1_000_000);

    public LagLimits {
        if (groups < 1 || partitions < 1) {
            throw new IllegalArgumentException(
                    "limits: " + groups + " groups, " + partitions + " partitions (expected: 1 or more)");
        }
    }
}
