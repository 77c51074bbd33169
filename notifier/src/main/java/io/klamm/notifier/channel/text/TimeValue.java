package io.klamm.notifier.channel.text;

import io.klamm.template.time.GoLayout;
import io.klamm.template.value.Arguments;
import io.klamm.template.value.Fields;
import io.klamm.template.value.Functions;
import io.klamm.template.value.TemplateFunction;
import io.klamm.template.value.WrongArgument;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A time as templates see it, with those of Go's methods that messages use: {@code .StartsAt.Format "15:04"}, {@code .UTC}, {@code .Local}, {@code .Unix}. */
record TimeValue(Instant time, ZoneId zone) implements Fields {

    private static final String PRINTED = "2006-01-02 15:04:05.999999999 -0700 MST";

    static TimeValue utc(Instant time) {
        return new TimeValue(time, ZoneOffset.UTC);
    }

    /** The functions that take times: {@code date LAYOUT}, {@code tz ZONE} and {@code since}. */
    static Functions functions() {
        return Functions.of(Map.of(
                "date",
                arguments -> time(arguments.exactly(2), 1).format(arguments.text(0)),
                "tz",
                arguments -> time(arguments.exactly(2), 1).in(arguments.text(0)),
                "since",
                arguments -> Duration.between(time(arguments.exactly(1), 0).time(), Instant.now())));
    }

    private static TimeValue time(Arguments arguments, int index) {
        Object value = arguments.value(index);
        if (value instanceof Instant instant) {
            return utc(instant);
        }
        if (value instanceof TimeValue time) {
            return time;
        }
        throw new WrongArgument("wrong type for value; expected time.Time");
    }

    private String format(String layout) {
        return new GoLayout(layout).format(time, zone);
    }

    private TimeValue in(String name) {
        try {
            return new TimeValue(time, ZoneId.of(name));
        } catch (DateTimeException e) {
            throw new WrongArgument("unknown time zone " + name);
        }
    }

    @Override
    public String typeName() {
        return "time.Time";
    }

    @Override
    public boolean hasField(String name) {
        return field(name) != null;
    }

    @Override
    public @Nullable TemplateFunction field(String name) {
        return switch (name) {
            case "Format" -> arguments -> format(arguments.exactly(1).text(0));
            case "UTC" -> arguments -> new TimeValue(time, ZoneOffset.UTC);
            case "Local" -> arguments -> new TimeValue(time, ZoneId.systemDefault());
            case "Unix" -> arguments -> time.getEpochSecond();
            case "IsZero" -> arguments -> false;
            case "String" -> arguments -> toString();
            default -> null;
        };
    }

    @Override
    public String toString() {
        return format(PRINTED);
    }
}
