package io.klamm.config;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tomlj.TomlParseError;

/**
 * Turns the TOML parser's complaints into our words.
 *
 * <p>The parser's own text is never shown: it quotes pieces of the file, and a piece may be a secret.
 */
final class TomlProblems {

    /** How a complaint is known, and what we say. */
    private record Saying(Pattern complaint, String message) {

        static Saying of(String complaint, String message) {
            return new Saying(Pattern.compile(complaint, Pattern.DOTALL), message);
        }
    }

    private static final Pattern DEFINED_BEFORE = Pattern.compile("previously defined at line (\\d+)");

    private static final String VALUE = "a text in quotes, a number, true or false, or a list";

    /** The first that fits counts. */
    private static final List<Saying> SAYINGS = List.of(
            Saying.of(
                    "Unexpected .*, expected (\"|'|\"\"\"|''')( or a character)?",
                    "a quote that is never closed (expected: a closing quote)"),
            Saying.of(
                    "Invalid (unicode )?escape sequence.*",
                    "an unknown escape after \\ (expected: \\\\ for a backslash, or single quotes)"),
            Saying.of(
                    "Unexpected end of (line|input), expected ', \", .*", "no value after = (expected: " + VALUE + ")"),
            Saying.of("Unexpected .*, expected ', \", .*", "a value that TOML does not know (expected: " + VALUE + ")"),
            Saying.of("Unexpected .*, expected (\\. or )?=", "a key without = (expected: key = value)"),
            Saying.of("Empty table key", "a section without a name (expected: [section.name])"),
            Saying.of(
                    "Unexpected .*, expected (\\.|\\]|\\]\\])( or (\\.|\\]|\\]\\]))?",
                    "a section's name that is never closed (expected: [section.name], the name in quotes if it has other signs than letters, digits, - and _)"),
            Saying.of(
                    "Unexpected .*, expected .*\\], .*",
                    "a list that is never closed (expected: items with commas between, and ])"),
            Saying.of(
                    "Unexpected .*, expected .*\\}.*",
                    "a section that is never closed (expected: keys with commas between on one line, and })"),
            Saying.of(
                    "Unexpected .*, expected a newline or end-of-input",
                    "more after the value (expected: one value, then a new line)"),
            Saying.of(
                    "Unexpected .*, expected a-z.*",
                    "not a key (expected: key = value, or [section.name]; the key in quotes if it has other signs than letters, digits, - and _)"),
            Saying.of("(Integer|Number|Float).* (large|small).*", "a number that is too large"),
            Saying.of(
                    "Invalid .*",
                    "a date, time or number that is badly written (expected: quotes around it, if it is a text)"));

    static final String OTHERWISE = "not understood as TOML from here (expected: TOML 1.0)";

    private TomlProblems() {}

    static void tell(TomlParseError error, Position at, Source source) {
        source.problem(at, "", message(Objects.requireNonNullElse(error.getMessage(), "")));
    }

    private static String message(String complaint) {
        Matcher before = DEFINED_BEFORE.matcher(complaint);
        if (before.find()) {
            return "duplicate key (expected: each key and section once; this one is on line " + before.group(1)
                    + " too)";
        }
        return SAYINGS.stream()
                .filter(saying -> saying.complaint().matcher(complaint).matches())
                .map(Saying::message)
                .findFirst()
                .orElse(OTHERWISE);
    }
}
