package io.klamm.promql.parser;

import io.klamm.promql.ast.Span;
import java.util.Optional;

/**
 * What is wrong with a text, and where.
 *
 * @param span the place
 * @param position its beginning as {@code line:column}, from 1, columns in bytes of UTF-8; empty if the text is
 * @param message what is wrong, in Prometheus's words
 * @param missing the part of the language that is off, if that is all that is wrong
 */
public record ParseError(Span span, String position, String message, Optional<Feature> missing) {

    static ParseError of(String text, Span span, String message) {
        return new ParseError(span, positionIn(text, span), message, Optional.empty());
    }

    static ParseError missing(String text, Span span, Feature feature, String message) {
        return new ParseError(span, positionIn(text, span), message, Optional.of(feature));
    }

    private static String positionIn(String text, Span span) {
        return text.isEmpty() ? "" : span.lineAndColumn(text);
    }

    /** As Prometheus says it: {@code 1:5: parse error: unexpected ...}. */
    @Override
    public String toString() {
        return (position.isEmpty() ? "unknown position" : position) + ": parse error: " + message;
    }
}
