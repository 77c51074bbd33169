package io.klamm.rules.alert;

import java.time.Duration;
import java.time.Instant;

/**
 * How the clock of a pending alert goes on after an outage. For rules that hold at least as long as the grace period it is Prometheus's way: an alert that had already waited long
 * enough fires at once, and any other waits at least that period more. With a shorter hold, where Prometheus begins anew, the time of the outage just does not count.
 *
 * @param outageTolerance how old a state may be to be taken up again
 * @param gracePeriod what is waited after an outage at least
 */
public record ForState(Duration outageTolerance, Duration gracePeriod) {

    /** Prometheus's: an hour, and ten minutes. */
    public static final ForState STANDARD = new ForState(Duration.ofHours(1), Duration.ofMinutes(10));

    /** Since when an alert counts as active that is seen again, at {@code at}, for the first time after an outage. */
    Instant activeAt(Instant activeAt, Instant lastSeen, Instant at, Duration hold) {
        Duration remaining = hold.minus(Duration.between(activeAt, lastSeen));
        if (remaining.isZero() || remaining.isNegative()) {
            return activeAt;
        }
        boolean graceful = hold.compareTo(gracePeriod) >= 0;
        return graceful && remaining.compareTo(gracePeriod) < 0
                ? at.plus(gracePeriod).minus(hold)
                : activeAt.plus(Duration.between(lastSeen, at));
    }
}
