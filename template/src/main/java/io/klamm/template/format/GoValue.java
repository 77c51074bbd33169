package io.klamm.template.format;

import io.klamm.template.time.GoDuration;
import io.klamm.template.time.GoLayout;
import io.klamm.template.value.TemplateFunction;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as Go's {@code %v} writes them. */
public final class GoValue {

    private static final GoLayout TIME = new GoLayout("2006-01-02 15:04:05.999999999 -0700 MST");

    private GoValue() {}

    public static String text(@Nullable Object value) {
        if (value == null) {
            return "<nil>";
        }
        if (value instanceof Double || value instanceof Float) {
            return GoFloat.shortest(((Number) value).doubleValue());
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        return value instanceof List<?> list ? list(list) : scalar(value);
    }

    private static String scalar(Object value) {
        if (value instanceof Instant instant) {
            return TIME.format(instant, ZoneOffset.UTC);
        }
        if (value instanceof ZonedDateTime time) {
            return TIME.format(time.toInstant(), time.getZone());
        }
        if (value instanceof Duration duration) {
            return GoDuration.text(duration);
        }
        return value instanceof TemplateFunction ? "func" : value.toString();
    }

    private static String list(List<?> list) {
        return list.stream().map(GoValue::text).collect(Collectors.joining(" ", "[", "]"));
    }

    private static String map(Map<?, ?> map) {
        return map.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey, GoValue::compareKeys))
                .map(entry -> text(entry.getKey()) + ":" + text(entry.getValue()))
                .collect(Collectors.joining(" ", "map[", "]"));
    }

    /** The order of the keys of maps: numbers by value, all else by text. */
    public static int compareKeys(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
        return String.valueOf(left).compareTo(String.valueOf(right));
    }

    /** As Go's Sprint: with blanks between operands of which none is text. */
    public static String print(List<? extends @Nullable Object> values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            if (i > 0 && !(values.get(i) instanceof String) && !(values.get(i - 1) instanceof String)) {
                text.append(' ');
            }
            text.append(text(values.get(i)));
        }
        return text.toString();
    }

    /** As Go's Sprintln: with blanks between all, and an end of line. */
    public static String println(List<? extends @Nullable Object> values) {
        return values.stream().map(GoValue::text).collect(Collectors.joining(" ", "", "\n"));
    }
}
