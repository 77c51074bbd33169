package io.klamm.config.burrow;

import io.klamm.config.Format;
import io.klamm.config.Parsed;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions for tests, in Java's own dialect. */
final class Regexes {

    static final Format<Pattern> FORMAT = Format.explained("a regular expression", Regexes::parse);

    private Regexes() {}

    private static Parsed<Pattern> parse(String text) {
        try {
            return Parsed.good(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            return Parsed.bad("a regular expression; " + e.getDescription());
        }
    }
}
