package io.klamm.template.format;

import io.klamm.template.time.GoLayout;
import io.klamm.template.value.Fields;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as JSON as Go's encoder writes them: keys in order, what means something in HTML as escapes. */
public final class GoJson {

    private static final String ESCAPED = "\b\f\n\r\t\"\\";
    private static final String LETTERS = "bfnrt\"\\";

    private static final GoLayout RFC3339 = new GoLayout("2006-01-02T15:04:05.999999999Z07:00");

    private GoJson() {}

    public static String text(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Long || value instanceof Integer) {
            return String.valueOf(value);
        }
        if (value instanceof Number number) {
            return number(number.doubleValue());
        }
        if (value instanceof List<?> list) {
            return list.stream().map(GoJson::text).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof Map<?, ?> map ? object(map) : other(value);
    }

    private static String other(Object value) {
        if (value instanceof Fields fields) {
            return object(fields.json());
        }
        if (value instanceof Duration duration) {
            return String.valueOf(duration.toNanos());
        }
        if (value instanceof ZonedDateTime time) {
            return quote(RFC3339.format(time.toInstant(), time.getZone()));
        }
        return value instanceof Instant instant
                ? quote(RFC3339.format(instant, ZoneOffset.UTC))
                : quote(GoValue.text(value));
    }

    private static String object(Map<?, ?> map) {
        return map.entrySet().stream()
                .sorted((a, b) -> GoValue.compareKeys(a.getKey(), b.getKey()))
                .map(entry -> quote(String.valueOf(entry.getKey())) + ":" + text(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("json: unsupported value: " + GoFloat.shortest(value));
        }
        double size = Math.abs(value);
        boolean plain = size == 0 || (size >= 1e-6 && size < 1e21);
        return plain
                ? GoFloat.format(value, 'f', GoFloat.SHORTEST)
                : GoFloat.format(value, 'e', GoFloat.SHORTEST).replace("e-0", "e-");
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder().append('"');
        text.chars().forEach(c -> append(quoted, (char) c));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder into, char c) {
        int simple = ESCAPED.indexOf(c);
        if (simple >= 0) {
            into.append('\\').append(LETTERS.charAt(simple));
        } else if (c < ' ' || "<>&\u2028\u2029".indexOf(c) >= 0) {
            into.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
            into.append(c);
        }
    }
}
