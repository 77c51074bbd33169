package io.klamm.lab.traffic;

/**
 * Says how many messages are due at a moment, so that a rate is held over any length of time: a late message never delays those after it.
 *
 * <p>Who falls behind by more than two seconds (brokers that did not take anything) does not catch up on what is older: a flood would be no rate either.
 * Pure: times are nanoseconds of any one clock.
 */
final class SendSchedule {

    private static final double MOST_DEBT_SECONDS = 2;
    private static final double NANOS = 1e9;

    private final double perSecond;
    private double origin;

    /** A rate of 0 or less means: as fast as the brokers take it. */
    SendSchedule(double perSecond, long startNanos) {
        this.perSecond = perSecond;
        this.origin = startNanos;
    }

    /** How many messages, of which so many are sent, may be sent now. */
    long due(long nowNanos, long sent) {
        if (perSecond <= 0) {
            return Long.MAX_VALUE;
        }
        double target = 1 + (nowNanos - origin) * perSecond / NANOS;
        double debt = target - sent - perSecond * MOST_DEBT_SECONDS - 1;
        if (debt > 0) {
            origin += debt / perSecond * NANOS;
            target -= debt;
        }
        return Math.max(0, (long) Math.floor(target) - sent);
    }

    /** How long until the next message is due, in nanoseconds; at least 0. */
    long untilNext(long nowNanos, long sent) {
        return perSecond <= 0 ? 0 : Math.max(0, (long) (origin + sent / perSecond * NANOS - nowNanos));
    }
}
