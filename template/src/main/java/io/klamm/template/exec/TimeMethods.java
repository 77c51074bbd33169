package io.klamm.template.exec;

import io.klamm.template.format.GoValue;
import io.klamm.template.time.GoLayout;
import io.klamm.template.value.Fields;
import io.klamm.template.value.TemplateFunction;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods of times and durations that templates use. */
final class TimeMethods {

    private static final Instant ZERO = Instant.parse("0001-01-01T00:00:00Z");

    private TimeMethods() {}

    /** A time or duration with its methods, anything else as it is. */
    static @Nullable Object wrapped(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return Fields.of("time.Time", time(instant.atZone(ZoneOffset.UTC)));
        }
        if (value instanceof ZonedDateTime time) {
            return Fields.of("time.Time", time(time));
        }
        return value instanceof Duration duration ? Fields.of("time.Duration", duration(duration)) : value;
    }

    private static Map<String, TemplateFunction> time(ZonedDateTime time) {
        return Map.ofEntries(
                Map.entry(
                        "Format", arguments -> new GoLayout(arguments.exactly(1).text(0))
                                .format(time.toInstant(), time.getZone())),
                Map.entry("UTC", arguments -> time.withZoneSameInstant(ZoneOffset.UTC)),
                Map.entry("Local", arguments -> time.withZoneSameInstant(ZoneId.systemDefault())),
                Map.entry("Unix", arguments -> time.toEpochSecond()),
                Map.entry("UnixMilli", arguments -> time.toInstant().toEpochMilli()),
                Map.entry("Year", arguments -> time.getYear()),
                Map.entry("Month", arguments -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
                Map.entry("Day", arguments -> time.getDayOfMonth()),
                Map.entry("Hour", arguments -> time.getHour()),
                Map.entry("Minute", arguments -> time.getMinute()),
                Map.entry("Second", arguments -> time.getSecond()),
                Map.entry("Weekday", arguments -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
                Map.entry("IsZero", arguments -> time.toInstant().equals(ZERO)),
                Map.entry("String", arguments -> GoValue.text(time)));
    }

    private static Map<String, TemplateFunction> duration(Duration duration) {
        double seconds = duration.toNanos() / 1e9;
        return Map.of(
                "Seconds", arguments -> seconds,
                "Minutes", arguments -> seconds / 60,
                "Hours", arguments -> seconds / 3600,
                "Milliseconds", arguments -> duration.toMillis(),
                "String", arguments -> GoValue.text(duration));
    }
}
