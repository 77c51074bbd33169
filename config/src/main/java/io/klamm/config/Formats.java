package io.klamm.config;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The formats of plain values: text, booleans, integers and closed choices. */
final class Formats {

    static final Format<String> TEXT = Format.of("text", Optional::of);

    static final Format<Boolean> BOOL = Format.of("true or false", Formats::bool);

    /** What YAML 1.1 took for a boolean, and Go's reader of YAML still does. */
    static final Format<Boolean> BOOL_OF_YAML_1_1 = Format.of("true or false", Formats::boolOfYaml11);

    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]{1,20}");
    private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]{1,16}");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]{1,22}");

    private Formats() {}

    static Format<Long> integer(Range range) {
        return Format.of("an integer " + range, text -> whole(text).filter(range::contains));
    }

    /** One of the allowed texts, exactly as written there. */
    static Format<String> oneOf(List<String> allowed) {
        return Format.of(
                "one of " + String.join(", ", allowed),
                text -> allowed.contains(text) ? Optional.of(text) : Optional.empty());
    }

    /** One of the allowed constants by name; case does not matter, nor whether words are joined by - or _. */
    static <E extends Enum<E>> Format<E> choice(List<E> allowed) {
        String names = allowed.stream().map(Formats::nameOf).collect(Collectors.joining(", "));
        return Format.of("one of " + names, text -> allowed.stream()
                .filter(constant -> nameOf(constant).equals(joined(text)))
                .findFirst());
    }

    private static String nameOf(Enum<?> constant) {
        return joined(constant.name());
    }

    private static String joined(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<Boolean> bool(String text) {
        return switch (text) {
            case "true", "True", "TRUE" -> Optional.of(true);
            case "false", "False", "FALSE" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> boolOfYaml11(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "y", "yes", "on" -> Optional.of(true);
            case "n", "no", "off" -> Optional.of(false);
            default -> bool(text);
        };
    }

    private static Optional<Long> whole(String text) {
        if (DECIMAL.matcher(text).matches()) {
            return fitting(new BigInteger(text));
        }
        if (HEX.matcher(text).matches()) {
            return fitting(new BigInteger(text.substring(2), 16));
        }
        if (OCTAL.matcher(text).matches()) {
            return fitting(new BigInteger(text.substring(2), 8));
        }
        return Optional.empty();
    }

    private static Optional<Long> fitting(BigInteger number) {
        return number.bitLength() <= 63 ? Optional.of(number.longValue()) : Optional.empty();
    }
}
