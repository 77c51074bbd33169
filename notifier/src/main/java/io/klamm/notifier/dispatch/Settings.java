package io.klamm.notifier.dispatch;

import java.time.Duration;

/**
 * How deliveries go.
 *
 * @param perSecond messages that a channel is sent in the long run
 * @param burst messages that may go at once
 * @param firstPause after the first failure; twice as long after each further one
 * @param longestPause between attempts
 * @param giveUp after which a message is a dead letter
 */
public record Settings(double perSecond, int burst, Duration firstPause, Duration longestPause, Duration giveUp) {

    /** What holds where nobody says anything. */
    public static final Settings USUAL =
            new Settings(1, 20, Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofDays(3));

    public Settings {
        if (!(perSecond > 0) || burst < 1) {
            throw new IllegalArgumentException(
                    "rate: " + perSecond + "/s, burst " + burst + " (expected: more than 0, and at least 1)");
        }
    }
}
