package io.klamm.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test turns it. Safe for use by several threads. */
public final class ManualClock extends Clock {

    private final Hand hand;
    private final ZoneId zone;

    public ManualClock(Instant start) {
        this(new Hand(start), ZoneOffset.UTC);
    }

    private ManualClock(Hand hand, ZoneId zone) {
        this.hand = hand;
        this.zone = zone;
    }

    /** Turns the clock forward (or back, for a negative duration). */
    public void advance(Duration by) {
        hand.turn(by);
    }

    @Override
    public Instant instant() {
        return hand.instant();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock (turned together with this one) in another zone. */
    @Override
    public Clock withZone(ZoneId other) {
        return new ManualClock(hand, other);
    }

    private static final class Hand {

        private Instant instant;

        Hand(Instant start) {
            this.instant = start;
        }

        synchronized void turn(Duration by) {
            instant = instant.plus(by);
        }

        synchronized Instant instant() {
            return instant;
        }
    }
}
