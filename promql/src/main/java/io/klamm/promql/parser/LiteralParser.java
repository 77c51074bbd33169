package io.klamm.promql.parser;

import io.klamm.promql.ast.Durations;
import io.klamm.promql.ast.NumberLiteral;
import io.klamm.promql.ast.StringLiteral;
import org.jspecify.annotations.Nullable;

/** Parses numbers, durations and texts. */
final class LiteralParser {

    private final Tokens tokens;

    LiteralParser(Tokens tokens) {
        this.tokens = tokens;
    }

    boolean atNumber() throws ParseException {
        return tokens.at(TokenType.NUMBER) || tokens.at(TokenType.DURATION);
    }

    /** The number or duration that comes next. */
    NumberLiteral number() throws ParseException {
        Token token = tokens.take();
        boolean duration = token.is(TokenType.DURATION);
        try {
            double value = duration ? seconds(Durations.parse(token.text())) : GoNumber.parse(token.text());
            return new NumberLiteral(token.span(), value, duration);
        } catch (NumberFormatException e) {
            throw tokens.error(token.span(), "error parsing number: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw tokens.error(token.span(), String.valueOf(e.getMessage()));
        }
    }

    /** Seconds and the fraction on their own, so that the sum is rounded as Go rounds it. */
    private static double seconds(long millis) {
        long whole = millis / 1000;
        double nanos = millis % 1000 * 1_000_000;
        return whole + nanos / 1e9;
    }

    /** The number that comes next, with one sign before it if there is one. */
    double signed() throws ParseException {
        return signed(null);
    }

    /** The number that comes next, with one sign before it if there is one, in a place that errors name. */
    double signed(@Nullable Place place) throws ParseException {
        boolean negative = tokens.at(TokenType.SUB);
        if (negative || tokens.at(TokenType.ADD)) {
            tokens.take();
        }
        if (!atNumber()) {
            throw place == null ? tokens.unexpected() : tokens.unexpected(place);
        }
        double value = number().value();
        return negative ? -value : value;
    }

    /** The text that comes next. */
    StringLiteral string() throws ParseException {
        Token token = tokens.take();
        return new StringLiteral(token.span(), GoString.unquote(token.text()));
    }
}
