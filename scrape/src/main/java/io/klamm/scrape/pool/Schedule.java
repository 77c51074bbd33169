package io.klamm.scrape.pool;

import io.klamm.scrape.targets.Target;
import java.time.Duration;

/**
 * When a target is scraped: every interval, at a place in it that follows from the target, so that targets are spread over the interval and each keeps its
 * place over restarts.
 *
 * <p>A scrape that begins at most a little off its time is written as of that time, for times that are evenly spaced cost hardly any room in a store.
 *
 * @param interval milliseconds, above 0
 * @param offset milliseconds, from 0 to below the interval
 */
record Schedule(long interval, long offset) {

    private static final long TOLERANCE = 2;
    private static final long TOLERANCE_PARTS = 100;

    /**
     * The schedule of a target.
     *
     * @param seed what tells one Klamm from another, so that two of them do not scrape at the same moment
     */
    static Schedule of(Target target, long seed) {
        long interval = Math.max(1, target.interval().toMillis());
        long hash = mix(31L * target.all().hashCode() + target.url().hashCode()) ^ seed;
        return new Schedule(interval, Math.floorMod(hash, interval));
    }

    private static long mix(long value) {
        long product = (value ^ (value >>> 32)) * 0x9E3779B97F4A7C15L;
        return product ^ (product >>> 29);
    }

    private long tolerance() {
        return Math.min(TOLERANCE, interval / TOLERANCE_PARTS);
    }

    /** The last time of the schedule that is not after a moment. */
    private long atOrBefore(long time) {
        return time - Math.floorMod(time - offset, interval);
    }

    /** How long it is to the next time of the schedule; a time that is all but now counts as now. */
    Duration untilNext(long now) {
        return Duration.ofMillis(atOrBefore(now + tolerance()) + interval - now);
    }

    /** The time as of which a scrape is written that begins now. */
    long timestamp(long now) {
        long nearest = atOrBefore(now + tolerance());
        return Math.abs(now - nearest) <= tolerance() ? nearest : now;
    }
}
