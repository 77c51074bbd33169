package io.klamm.config;

import java.util.Optional;

/**
 * Finds brackets that are nested too deep, before a parser that recurses meets them.
 *
 * <p>Brackets in texts and comments do not count. Text that is not TOML is read as well as it goes.
 */
final class TomlNesting {

    private final String text;
    private int at;

    private TomlNesting(String text) {
        this.text = text;
    }

    /** Where the first bracket is that has more than {@code deepest} around it. */
    static Optional<Position> deeperThan(int deepest, String text) {
        return new TomlNesting(text).find(deepest);
    }

    private Optional<Position> find(int deepest) {
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '#' -> skipTo('\n');
                case '"', '\'' -> skipText(c);
                case '[', '{' -> depth++;
                case ']', '}' -> depth = Math.max(0, depth - 1);
                default -> {}
            }
            if (depth > deepest) {
                return Optional.of(Position.of(text, at));
            }
            at++;
        }
        return Optional.empty();
    }

    private void skipTo(char end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found;
    }

    /** To the last quote of a text; one in single quotes knows no escapes, one in three quotes may have several lines. */
    private void skipText(char quote) {
        String three = String.valueOf(quote).repeat(3);
        boolean longText = text.startsWith(three, at);
        String end = longText ? three : String.valueOf(quote);
        at += end.length();
        while (at < text.length() && !text.startsWith(end, at) && (longText || text.charAt(at) != '\n')) {
            at += quote == '"' && text.charAt(at) == '\\' ? 2 : 1;
        }
        at += end.length() - 1;
    }
}
