package io.klamm.template.format;

import io.klamm.template.value.SafeHtml;
import io.klamm.template.value.TypeNames;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One verb, with its flags, on one value. */
final class GoVerb {

    private final int verb;
    private final VerbFlags flags;

    GoVerb(int verb, VerbFlags flags) {
        this.verb = verb;
        this.flags = flags;
    }

    String format(@Nullable Object value) {
        if (verb == 'T') {
            return flags.pad(value == null ? "<nil>" : TypeNames.of(value));
        }
        if (value == null) {
            return verb == 'v' ? flags.pad("<nil>") : "%!" + Character.toString(verb) + "(<nil>)";
        }
        return known(value);
    }

    private String known(Object value) {
        if (value instanceof Boolean) {
            return verb == 't' || verb == 'v' ? flags.pad(value.toString()) : wrong(value);
        }
        if (value instanceof Double || value instanceof Float) {
            return real(((Number) value).doubleValue());
        }
        if (value instanceof Number number) {
            return whole(number.longValue());
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::element).collect(Collectors.joining(" ", "[", "]"));
        }
        return value instanceof Map<?, ?> map ? map(map) : text(value);
    }

    /** In a list or a map nil is no mistake. */
    private String element(@Nullable Object value) {
        return value == null ? flags.pad("<nil>") : format(value);
    }

    private String map(Map<?, ?> map) {
        return map.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(GoValue::compareKeys))
                .map(entry -> element(entry.getKey()) + ":" + element(entry.getValue()))
                .collect(Collectors.joining(" ", "map[", "]"));
    }

    private String text(Object value) {
        String text = value instanceof String plain
                ? plain
                : value instanceof SafeHtml safe ? safe.html() : GoValue.text(value);
        return switch (verb) {
            case 'v', 's' -> flags.pad(cut(text));
            case 'q' -> flags.pad(GoQuote.quote(cut(text)));
            case 'x' -> flags.pad(hex(cut(text)));
            case 'X' -> flags.pad(hex(cut(text)).toUpperCase(Locale.ROOT));
            default -> wrong(value);
        };
    }

    private String cut(String text) {
        boolean shorter = flags.precision >= 0 && flags.precision < text.codePointCount(0, text.length());
        return shorter ? text.substring(0, text.offsetByCodePoints(0, flags.precision)) : text;
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private String real(double value) {
        return switch (verb) {
            case 'v' -> number(GoFloat.format(value, 'g', flags.precision), value);
            case 'g', 'G' -> cased(number(GoFloat.format(value, 'g', flags.precision), value));
            case 'e', 'E' -> cased(number(GoFloat.format(value, 'e', precision()), value));
            case 'f', 'F' -> number(GoFloat.format(value, 'f', precision()), value);
            default -> wrong(value);
        };
    }

    private int precision() {
        return flags.precision < 0 ? 6 : flags.precision;
    }

    private String cased(String text) {
        return Character.isUpperCase(verb)
                ? text.toUpperCase(Locale.ROOT).replace("INF", "Inf").replace("NAN", "NaN")
                : text;
    }

    private String number(String text, double value) {
        if (value == Double.POSITIVE_INFINITY && !flags.space) {
            flags.plus = true;
        }
        return flags.padNumber(text, Double.isFinite(value));
    }

    private String whole(long value) {
        return switch (verb) {
            case 'v', 'd' -> flags.padNumber(digits(value, 10), flags.precision < 0);
            case 'x' -> flags.padNumber(prefixed(digits(value, 16), "0x"), flags.precision < 0);
            case 'X' ->
                flags.padNumber(prefixed(digits(value, 16).toUpperCase(Locale.ROOT), "0X"), flags.precision < 0);
            case 'o' -> flags.padNumber(prefixed(digits(value, 8), "0"), flags.precision < 0);
            case 'O' -> flags.padNumber("0o" + digits(value, 8), flags.precision < 0);
            case 'b' -> flags.padNumber(prefixed(digits(value, 2), "0b"), flags.precision < 0);
            case 'c' -> flags.pad(Character.toString(codePoint(value)));
            case 'q' -> flags.pad(GoQuote.character(value));
            case 'U' -> flags.pad(String.format(Locale.ROOT, "U+%04X", value));
            default -> wrong(value);
        };
    }

    private static int codePoint(long value) {
        return value < 0 || value > Character.MAX_CODE_POINT ? 0xFFFD : (int) value;
    }

    private String digits(long value, int base) {
        String digits = BigInteger.valueOf(value).abs().toString(base);
        String filled = "0".repeat(Math.max(0, flags.precision - digits.length())) + digits;
        return value < 0 ? "-" + filled : filled;
    }

    private String prefixed(String digits, String prefix) {
        if (!flags.sharp) {
            return digits;
        }
        return digits.startsWith("-") ? "-" + prefix + digits.substring(1) : prefix + digits;
    }

    private String wrong(Object value) {
        return "%!" + Character.toString(verb) + "(" + typed(value) + ")";
    }

    /** A value with its type, as mistakes show it. */
    static String typed(Object value) {
        return TypeNames.of(value) + "=" + GoValue.text(value);
    }
}
