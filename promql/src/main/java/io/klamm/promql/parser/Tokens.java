package io.klamm.promql.parser;

import io.klamm.promql.ast.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens of one text with a look ahead, and the errors about them. For one thread. */
final class Tokens {

    static final int MAX_DEPTH = PromqlParser.MAX_DEPTH;

    private final Lexer lexer;
    private final ParserOptions options;
    private @Nullable Token ahead;
    private @Nullable Token second;
    private Span last = new Span(0, 0);
    private int depth;
    private String context = "";

    Tokens(String text, ParserOptions options) {
        this.lexer = new Lexer(text);
        this.options = options;
    }

    String text() {
        return lexer.text();
    }

    Token peek() throws ParseException {
        Token token = ahead;
        if (token == null) {
            token = lexer.next();
            ahead = token;
        }
        return token;
    }

    /** The token after the next. */
    Token peekSecond() throws ParseException {
        peek();
        Token token = second;
        if (token == null) {
            token = lexer.next();
            second = token;
        }
        return token;
    }

    boolean at(TokenType type) throws ParseException {
        return peek().is(type);
    }

    Token take() throws ParseException {
        Token token = peek();
        ahead = second;
        second = null;
        last = token.span();
        return token;
    }

    /** The place of the token that was taken last. */
    Span last() {
        return last;
    }

    /** The next token if it is of this type. */
    Optional<Token> accept(TokenType type) throws ParseException {
        return at(type) ? Optional.of(take()) : Optional.empty();
    }

    /** The next token, which must be of this type; else an error that says no more than that it is unexpected. */
    Token expect(TokenType type) throws ParseException {
        if (!at(type)) {
            throw unexpected();
        }
        return take();
    }

    /** The next token, which must be of this type. */
    Token expect(TokenType type, Place place) throws ParseException {
        if (!at(type)) {
            throw unexpected(place);
        }
        return take();
    }

    /** One level deeper, for whoever calls itself; {@link #leave()} goes back. */
    void enter() throws ParseException {
        if (++depth > MAX_DEPTH) {
            throw tooDeep(peek().span());
        }
    }

    void leave() {
        depth--;
    }

    ParseException tooDeep(Span span) {
        return error(span, "expression is nested too deeply (expected: at most " + MAX_DEPTH + " levels)");
    }

    /** Sets where errors are said to be that know nothing better, until it is set back to what this returns. */
    String enterContext(String inner) {
        String outer = context;
        context = inner;
        return outer;
    }

    void leaveContext(String outer) {
        context = outer;
    }

    /** The next token is not what may stand here. */
    ParseException unexpected() throws ParseException {
        return error(peek().span(), "unexpected " + peek().describe() + (context.isEmpty() ? "" : " in " + context));
    }

    /** The next token is not what may stand in this place. */
    ParseException unexpected(Place place) throws ParseException {
        String words = " in " + place.name() + ", expected " + place.expected();
        return error(peek().span(), "unexpected " + peek().describe() + words);
    }

    ParseException error(Span span, String message) {
        return new ParseException(ParseError.of(text(), span, message));
    }

    /** Refuses what needs a part of the language that is off. */
    void require(Feature feature, Span span, String message) throws ParseException {
        if (!options.has(feature)) {
            throw new ParseException(ParseError.missing(text(), span, feature, message));
        }
    }
}
