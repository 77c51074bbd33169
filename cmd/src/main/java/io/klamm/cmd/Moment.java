package io.klamm.cmd;

import io.klamm.config.Durations;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** A moment as a person writes it. */
final class Moment {

    static final String FORMS = "a time such as 2026-11-24T03:12:00Z, or how long ago, such as 30m";

    private Moment() {}

    /** The moment. Anything else is a {@link UserException} that names the option. */
    static Instant parse(String option, String text, Instant now) {
        Optional<Duration> ago = Durations.parse(text);
        if (ago.isPresent()) {
            return now.minus(ago.get());
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new UserException(option + ": " + text + " (expected: " + FORMS + ")", UserException.USAGE);
        }
    }
}
