package io.klamm.kafka;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.klamm.config.Format;
import io.klamm.config.Parsed;

/** How a pattern is written in a configuration: RE2, and no larger than a cycle can bear. */
final class PatternFormat {

    private static final int LONGEST = 1000;
    private static final long LARGEST = 10_000;
    private static final String SHORT_ENOUGH = "an RE2 expression of at most " + LONGEST + " characters";

    static final Format<Pattern> FORMAT = Format.explained(SHORT_ENOUGH, PatternFormat::parse);

    private PatternFormat() {}

    private static Parsed<Pattern> parse(String text) {
        if (text.length() > LONGEST) {
            return Parsed.bad(SHORT_ENOUGH);
        }
        if (PatternSize.of(text) > LARGEST) {
            return Parsed.bad("an RE2 expression whose repetitions do not multiply to more than " + LARGEST);
        }
        try {
            return Parsed.good(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            return Parsed.bad("an RE2 expression; " + e.getDescription());
        }
    }
}
