package io.klamm.promql.parser;

import io.klamm.model.series.LabelText;
import io.klamm.promql.ast.Span;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A piece of an expression's text.
 *
 * @param text as it is written
 */
record Token(TokenType type, Span span, String text) {

    private static final int LONGEST_SHOWN = 10;

    boolean is(TokenType other) {
        return type == other;
    }

    /** How errors speak of it: {@code identifier "a"}, {@code <op:+>}, {@code end of input}. */
    String describe() {
        return switch (type.group()) {
            case END -> "end of input";
            case NAMED -> named();
            case SIGN, QUERY_TIME -> LabelText.quote(text);
            case OPERATOR -> "<op:" + text + ">";
            case AGGREGATOR -> "<aggr:" + text + ">";
            case KEYWORD -> "<" + text + ">";
        };
    }

    private String named() {
        String name = type.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " ";
        boolean whole = type == TokenType.IDENTIFIER || type == TokenType.METRIC_IDENTIFIER;
        if (whole || text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_SHOWN) {
            return name + LabelText.quote(text);
        }
        int points = Math.min(LONGEST_SHOWN, text.codePointCount(0, text.length()));
        return name + LabelText.quote(text.substring(0, text.offsetByCodePoints(0, points))) + "...";
    }
}
