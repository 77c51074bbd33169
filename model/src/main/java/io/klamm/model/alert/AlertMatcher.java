package io.klamm.model.alert;

import java.util.List;

/**
 * What a label of an alert has to be. A label that is not there counts as empty.
 *
 * @param name the label's
 * @param value what it is compared with; a regular expression of RE2 is anchored at both ends
 */
public record AlertMatcher(String name, Operator operator, String value) {

    /** How it is compared. */
    public enum Operator {
        EQUAL("=", true, false),
        NOT_EQUAL("!=", false, false),
        REGEX("=~", true, true),
        NOT_REGEX("!~", false, true);

        private final String sign;
        private final boolean equal;
        private final boolean regex;

        Operator(String sign, boolean equal, boolean regex) {
            this.sign = sign;
            this.equal = equal;
            this.regex = regex;
        }

        /** As Alertmanager's API says it, by {@code isEqual} and {@code isRegex}. */
        public static Operator of(boolean equal, boolean regex) {
            if (regex) {
                return equal ? REGEX : NOT_REGEX;
            }
            return equal ? EQUAL : NOT_EQUAL;
        }

        /** As it is written between name and value. */
        public String sign() {
            return sign;
        }

        /** Whether the label has to be so; if not, it has to be otherwise. */
        public boolean equal() {
            return equal;
        }

        /** Whether the value is a regular expression. */
        public boolean regex() {
            return regex;
        }
    }

    /**
     * Reads one as Alertmanager does: {@code job="kafka"}, {@code job=~kafka.*}, {@code "my.label" != "x"}. Whether a regular expression is one is not looked at.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static AlertMatcher parse(String text) {
        List<AlertMatcher> found = MatcherText.read(text);
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    "matcher: " + text + " has " + found.size() + " (expected: one, such as job=\"kafka\")");
        }
        return found.get(0);
    }

    /**
     * Reads any number of them, divided by commas, in braces or without: {@code {job="kafka", topic!~"test.*"}}.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static List<AlertMatcher> parseAll(String text) {
        return MatcherText.read(text);
    }

    /** As people write it, and as {@link #parse} reads it: {@code name="value"}. */
    @Override
    public String toString() {
        boolean plain = name.codePoints().noneMatch(MatcherLexer::reserved) && !name.isEmpty();
        return (plain ? name : quoted(name)) + operator.sign() + quoted(value);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
