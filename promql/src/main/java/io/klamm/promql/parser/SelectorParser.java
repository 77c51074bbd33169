package io.klamm.promql.parser;

import com.google.re2j.PatternSyntaxException;
import io.klamm.model.series.Labels;
import io.klamm.promql.ast.Span;
import io.klamm.promql.ast.VectorSelector;
import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import java.util.ArrayList;
import java.util.List;

/** Parses selectors of series: {@code up{job="kafka"}}, {@code {"a.b", c!="d"}}. */
final class SelectorParser {

    private static final Place LABEL = place("identifier or \"}\"");
    private static final Place OPERATOR = place("label matching operator");
    private static final Place VALUE = place("string");
    private static final Place NEXT = place("\",\" or \"}\"");

    private final Tokens tokens;

    SelectorParser(Tokens tokens) {
        this.tokens = tokens;
    }

    private static Place place(String expected) {
        return new Place("label matching", expected);
    }

    boolean atSelector() throws ParseException {
        return tokens.at(TokenType.LEFT_BRACE) || tokens.peek().type().namesMetric();
    }

    /** The selector that comes next, without offset and the like. */
    VectorSelector selector() throws ParseException {
        return tokens.at(TokenType.LEFT_BRACE) ? braces(tokens.peek().span(), "") : named(tokens.take());
    }

    /** The selector whose metric's name has just been read. */
    VectorSelector named(Token name) throws ParseException {
        if (tokens.at(TokenType.LEFT_BRACE)) {
            return braces(name.span(), name.text());
        }
        return new VectorSelector(name.span(), name.text(), List.of(Matcher.equal(Labels.NAME, name.text())));
    }

    private VectorSelector braces(Span from, String name) throws ParseException {
        tokens.take();
        List<Matcher> matchers = new ArrayList<>();
        while (!tokens.at(TokenType.RIGHT_BRACE)) {
            matchers.add(matcher());
            if (!tokens.at(TokenType.RIGHT_BRACE)
                    && tokens.accept(TokenType.COMMA).isEmpty()) {
                throw tokens.unexpected(NEXT);
            }
        }
        Span span = from.to(tokens.take().span());
        if (!name.isEmpty()) {
            matchers.add(Matcher.equal(Labels.NAME, name));
        }
        return new VectorSelector(span, name, matchers);
    }

    private Matcher matcher() throws ParseException {
        if (!tokens.at(TokenType.IDENTIFIER) && !tokens.at(TokenType.STRING)) {
            throw tokens.unexpected(LABEL);
        }
        Token label = tokens.take();
        boolean quoted = label.is(TokenType.STRING);
        String name = quoted ? GoString.unquote(label.text()) : label.text();
        if (!atMatch()) {
            if (quoted) {
                return Matcher.equal(Labels.NAME, name);
            }
            throw tokens.unexpected(OPERATOR);
        }
        MatchType type = matchType(tokens.take().type());
        Token value = tokens.expect(TokenType.STRING, VALUE);
        return make(type, name, GoString.unquote(value.text()), label.span().to(value.span()));
    }

    private boolean atMatch() throws ParseException {
        return switch (tokens.peek().type()) {
            case ASSIGN, NOT_EQUAL, REGEX, NOT_REGEX -> true;
            default -> false;
        };
    }

    private static MatchType matchType(TokenType type) {
        return switch (type) {
            case NOT_EQUAL -> MatchType.NOT_EQUAL;
            case REGEX -> MatchType.REGEX;
            case NOT_REGEX -> MatchType.NOT_REGEX;
            default -> MatchType.EQUAL;
        };
    }

    private Matcher make(MatchType type, String name, String value, Span span) throws ParseException {
        try {
            return new Matcher(type, name, value);
        } catch (IllegalArgumentException e) {
            throw tokens.error(span, regexError(e, value));
        }
    }

    /** In Go's words; where re2j has lost count of brackets, Go names the one too many. */
    private static String regexError(IllegalArgumentException error, String value) {
        if (error.getCause() instanceof PatternSyntaxException syntax) {
            String pattern = syntax.getPattern();
            boolean underflow = "stack underflow".equals(pattern);
            return "error parsing regexp: " + (underflow ? "unexpected )" : syntax.getDescription()) + ": `"
                    + (underflow ? value : pattern) + "`";
        }
        return String.valueOf(error.getMessage());
    }
}
