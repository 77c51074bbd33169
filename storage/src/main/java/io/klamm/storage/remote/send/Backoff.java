package io.klamm.storage.remote.send;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How long to wait after a failure: twice as long each time up to a bound, with chance in it, or as long as the other side asks. For one thread. */
final class Backoff {

    /** However long the other side asks, it is asked again after this. */
    private static final Duration LONGEST_ASKED = Duration.ofHours(1);

    private final long min;
    private final long max;
    private final RandomGenerator random;
    private long next;

    Backoff(Duration min, Duration max, RandomGenerator random) {
        this.min = Math.max(1, min.toMillis());
        this.max = Math.max(this.min, max.toMillis());
        this.random = random;
        this.next = this.min;
    }

    void reset() {
        next = min;
    }

    /**
     * The pause after one more failure, in milliseconds.
     *
     * @param retryAfter what the other side has asked for: seconds, or a date of HTTP; null if nothing
     */
    long failed(@Nullable String retryAfter, Instant now) {
        long whole = next;
        next = Math.min(max, next * 2);
        long own = whole / 2 + random.nextLong(whole / 2 + 1);
        return Math.max(own, asked(retryAfter, now));
    }

    private static long asked(@Nullable String retryAfter, Instant now) {
        if (retryAfter == null) {
            return 0;
        }
        String text = retryAfter.strip();
        long millis;
        if (text.matches("[0-9]{1,9}")) {
            millis = Long.parseLong(text) * 1000;
        } else {
            try {
                Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                millis = Duration.between(now, date).toMillis();
            } catch (DateTimeParseException e) {
                return 0;
            }
        }
        return Math.max(0, Math.min(millis, LONGEST_ASKED.toMillis()));
    }
}
