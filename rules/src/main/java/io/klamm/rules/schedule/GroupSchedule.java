package io.klamm.rules.schedule;

import java.time.Duration;
import java.time.Instant;

/**
 * The times of one group's evaluations: every interval, at an offset of its own, so that groups of one interval do not all begin at once, and begin at the same times after a restart.
 *
 * @param interval in whole milliseconds, more than 0
 * @param offset of the times from whole intervals since the epoch, in milliseconds, less than the interval
 */
public record GroupSchedule(Duration interval, long offset) {

    /** The time of the next evaluation, and how many times were left out on the way. */
    public record Next(Instant at, long missed) {}

    /** A schedule whose offset is a group's own. */
    public static GroupSchedule of(String file, String group, Duration interval) {
        long hash = mixed((file + ';' + group).hashCode());
        return new GroupSchedule(interval, Math.floorMod(hash, interval.toMillis()));
    }

    /** Spreads what differs little over all bits: the last step of SplitMix64. */
    private static long mixed(long seed) {
        long z = seed * 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** The first time after this one. */
    public Instant after(Instant now) {
        long length = interval.toMillis();
        long slot = Math.floorDiv(now.toEpochMilli() - offset, length) + 1;
        return Instant.ofEpochMilli(slot * length + offset);
    }

    /** What comes after an evaluation for {@code at} that ended now. An evaluation that took long delays the next one; whole intervals are left out. */
    public Next next(Instant at, Instant now) {
        long length = interval.toMillis();
        long elapsed = Math.max(1, Math.floorDiv(now.toEpochMilli() - at.toEpochMilli(), length));
        Instant next = at.plusMillis(elapsed * length);
        boolean clockWasTurnedBack = next.isAfter(now.plusMillis(2 * length));
        return clockWasTurnedBack ? new Next(after(now), 0) : new Next(next, elapsed - 1);
    }
}
