package io.klamm.lag.burrow;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * What Burrow's sections {@code storage} and {@code evaluator} say, for one cluster.
 *
 * @param intervals length of each window, in commits, and of the history of end offsets
 * @param minDistance a commit that is nearer than this to the one before takes its place
 * @param expireGroup a group that has not committed for so long is forgotten
 * @param groups which groups are stored
 * @param expireCache how long a verdict is kept; nothing is kept for zero
 * @param minimumComplete how much of a window must be filled before it is judged, 0 to 1, with the precision of 32 bits
 * @param allowedLag a partition with no more records to read than this is OK
 * @param reap whether a group that Kafka does not know any more is forgotten
 * @param limit how many partitions of groups are kept, at most
 */
public record BurrowSettings(
        int intervals,
        Duration minDistance,
        Duration expireGroup,
        Predicate<String> groups,
        Duration expireCache,
        float minimumComplete,
        long allowedLag,
        boolean reap,
        int limit) {

    private static final int MANY = 4_000_000;

    public BurrowSettings {
        if (intervals < 1 || intervals > 10_000) {
            throw new IllegalArgumentException("intervals: " + intervals + " (expected: 1 to 10000)");
        }
        if (minDistance.isNegative() || expireGroup.isNegative() || expireCache.isNegative()) {
            throw new IllegalArgumentException(
                    "min-distance, expire-group, expire-cache: negative (expected: 0 or more)");
        }
        if (limit < 1) {
            throw new IllegalArgumentException("limit: " + limit + " (expected: 1 or more)");
        }
    }

    /** Burrow's own defaults: 10 commits, a week, 10 seconds, all groups; no group is reaped. */
    public static BurrowSettings usual() {
        return new BurrowSettings(
                10, Duration.ZERO, Duration.ofDays(7), group -> true, Duration.ofSeconds(10), 0, 0, false, MANY);
    }

    /** The same for these groups only. */
    public BurrowSettings of(Predicate<String> only) {
        return new BurrowSettings(
                intervals, minDistance, expireGroup, only, expireCache, minimumComplete, allowedLag, reap, limit);
    }
}
