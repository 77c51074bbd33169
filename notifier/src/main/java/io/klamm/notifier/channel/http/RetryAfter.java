package io.klamm.notifier.channel.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long the other side wants to be left alone: the header {@code Retry-After}, in seconds or as a date. */
public final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final double NANOS = 1e9;

    private RetryAfter() {}

    /** Reads the header's value; nothing where it is empty or says something else. A date that is past means no wait. */
    public static Optional<Duration> parse(String text, Instant now) {
        String value = text.strip();
        return SECONDS.matcher(value).matches()
                ? Optional.of(seconds(Double.parseDouble(value)))
                : date(value)
                        .map(then -> Duration.between(now, then))
                        .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    /** A number of seconds, with parts of them. */
    public static Duration seconds(double seconds) {
        return Duration.ofNanos((long) (seconds * NANOS));
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
