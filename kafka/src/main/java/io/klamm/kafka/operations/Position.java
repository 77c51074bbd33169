package io.klamm.kafka.operations;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a group is to be set, on each of its partitions. */
public sealed interface Position {

    /** How a person writes them. */
    String FORMS =
            "earliest, latest, an offset such as 1200, a step such as -500 or +500, or a time such as 2026-11-24T09:00:00Z";

    /** The first record that is there. */
    record Earliest() implements Position {}

    /** Behind the last record. */
    record Latest() implements Position {}

    /** One offset; nearest to it where that lies outside the log. */
    record At(long offset) implements Position {}

    /** So many records on, or back where negative, from where it stands; not beyond the log. */
    record Step(long records) implements Position {}

    /** The first record of that time or later. */
    record Since(Instant time) implements Position {}

    Pattern NUMBER = Pattern.compile("([+-]?)([0-9]{1,18})");

    /** What the text says, empty for what is none of the {@link #FORMS}. */
    static Optional<Position> parse(String text) {
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            return Optional.of(
                    number.group(1).isEmpty() ? new At(Long.parseLong(text)) : new Step(Long.parseLong(text)));
        }
        return switch (text) {
            case "earliest" -> Optional.of(new Earliest());
            case "latest" -> Optional.of(new Latest());
            default -> time(text);
        };
    }

    private static Optional<Position> time(String text) {
        try {
            return Optional.of(new Since(OffsetDateTime.parse(text).toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
