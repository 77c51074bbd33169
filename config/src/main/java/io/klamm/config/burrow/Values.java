package io.klamm.config.burrow;

import io.klamm.config.Format;
import io.klamm.config.Range;
import io.klamm.config.Section;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How single values are written in Burrow's file. */
final class Values {

    static final Range NOT_NEGATIVE = Range.atLeast(0);

    /** As Go's own parser has them. */
    static final Format<Boolean> BOOL = Format.of("true or false", Values::bool);

    static final Format<Duration> SECONDS = seconds(0);

    static final Format<Double> SHARE = Format.of("a number from 0 to 1, such as 0.5", Values::share);

    static final Format<String> HTTP_URL = Format.of("an address such as https://host/path", text -> Optional.of(text)
            .filter(url -> url.matches("https?://[^\\s,/]+(/[^\\s,]*)?")));

    private static final Format<String> SERVER = Format.of(
            "host:port, such as broker1:9092", text -> Optional.of(text).filter(Values::isServer));

    private static final Pattern ADDRESS = Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[^\\s:\\[\\],/]+):(\\d{1,5})");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{0,9}\\.?[0-9]{1,18}([eE]-?[0-9]{1,2})?");

    private Values() {}

    /** One of the texts, in any case. */
    static Format<String> oneOf(List<String> allowed) {
        return Format.of(
                "one of " + String.join(", ", allowed),
                text -> allowed.stream().filter(text::equalsIgnoreCase).findFirst());
    }

    static Duration seconds(Section section, String key, int fallback) {
        return section.value(key, SECONDS, Duration.ofSeconds(fallback));
    }

    static Duration atLeastOneSecond(Section section, String key, int fallback) {
        return section.value(key, seconds(1), Duration.ofSeconds(fallback));
    }

    /** The required key {@code servers}. */
    static List<String> servers(Section section) {
        List<String> servers = section.list("servers", SERVER, List.of());
        if (servers.isEmpty() && !section.has("servers")) {
            section.problem("servers", "missing (expected: a list of " + SERVER.expected() + ")");
        }
        return servers;
    }

    /** The name of another section; one that does not exist is a problem, and the value is kept. */
    static Optional<String> reference(Section section, String key, String kind, Set<String> names) {
        Optional<String> name = section.optionalString(key);
        if (name.isPresent() && !names.contains(name.get())) {
            section.refuseName(key, "the name of a " + kind + " section of this file", names);
        }
        return name;
    }

    /** Tells that a reference which must be there is not, and gives a stand-in. */
    static String missingReference(Section section, String key, Set<String> names) {
        if (!section.has(key)) {
            section.problem(key, "missing (expected: one of " + String.join(", ", names) + ")");
        }
        return "?";
    }

    private static Format<Duration> seconds(int least) {
        return Format.of("whole seconds, at least " + least, text -> Optional.of(text)
                .filter(written -> WHOLE.matcher(written).matches())
                .map(written -> Duration.ofSeconds(Integer.parseInt(written)))
                .filter(found -> found.toSeconds() >= least));
    }

    private static Optional<Boolean> bool(String text) {
        return switch (text) {
            case "1", "t", "T", "true", "True", "TRUE" -> Optional.of(true);
            case "0", "f", "F", "false", "False", "FALSE" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Double> share(String text) {
        return Optional.of(text)
                .filter(written -> DECIMAL.matcher(written).matches())
                .map(Double::parseDouble)
                .filter(found -> found <= 1);
    }

    private static boolean isServer(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        return matcher.matches()
                && Integer.parseInt(matcher.group(2)) >= 1
                && Integer.parseInt(matcher.group(2)) <= 65_535;
    }
}
