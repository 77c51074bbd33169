package io.klamm.promql.parser;

import io.klamm.model.series.LabelText;
import io.klamm.promql.ast.Span;
import org.jspecify.annotations.Nullable;

/** The tokens of a series' values: a language of its own, in which space is a token and {@code x} repeats. */
final class SeriesTokens {

    private final Cursor cursor;
    private final NumberScanner numbers;
    private @Nullable Token ahead;

    /** Begins after the series' name. */
    SeriesTokens(String line, int from) {
        this.cursor = new Cursor(line);
        this.numbers = new NumberScanner(cursor, true);
        while (cursor.at() < from) {
            cursor.next();
        }
    }

    Token peek() throws ParseException {
        Token token = ahead;
        if (token == null) {
            token = next();
            ahead = token;
        }
        return token;
    }

    boolean at(TokenType type) throws ParseException {
        return peek().is(type);
    }

    Token take() throws ParseException {
        Token token = peek();
        ahead = null;
        return token;
    }

    private Token next() throws ParseException {
        cursor.begin();
        int point = cursor.next();
        if (Cursor.space(point)) {
            while (Cursor.space(cursor.peek())) {
                cursor.next();
            }
            return token(TokenType.SPACE);
        }
        if (Cursor.digit(point) || (point == '.' && Cursor.digit(cursor.peek()))) {
            cursor.back(1);
            return number();
        }
        return switch (point) {
            case Cursor.END -> token(TokenType.END_OF_INPUT);
            case '+' -> token(TokenType.ADD);
            case '-' -> token(TokenType.SUB);
            case 'x' -> token(TokenType.TIMES);
            case '_' -> token(TokenType.BLANK);
            case '{' -> histogram();
            default -> word(point);
        };
    }

    private Token number() throws ParseException {
        if (!numbers.number()) {
            throw wrong("bad number syntax: " + LabelText.quote(cursor.token()));
        }
        return token(TokenType.NUMBER);
    }

    private Token histogram() throws ParseException {
        if (!cursor.accept("{")) {
            throw wrong("unexpected character in series sequence: '{'");
        }
        int end = cursor.text().indexOf("}}", cursor.at());
        if (end < 0) {
            throw wrong("histogram description incomplete unexpected: " + GoRune.quote(Cursor.END));
        }
        while (cursor.at() < end + 2) {
            cursor.next();
        }
        return token(TokenType.HISTOGRAM);
    }

    private Token word(int first) throws ParseException {
        if (!Cursor.letter(first)) {
            throw wrong("unexpected character in series sequence: " + GoRune.quote(first));
        }
        while (Cursor.letterOrDigit(cursor.peek()) || cursor.is(":")) {
            cursor.next();
        }
        return token(TokenType.ofWord(cursor.token()).orElse(TokenType.IDENTIFIER));
    }

    private Token token(TokenType type) {
        return new Token(type, new Span(cursor.start(), cursor.at()), cursor.token());
    }

    private ParseException wrong(String message) {
        return error(new Span(cursor.start(), cursor.at()), message);
    }

    ParseException unexpected(String place) throws ParseException {
        return error(peek().span(), "unexpected " + peek().describe() + " in " + place);
    }

    ParseException error(Span span, String message) {
        return new ParseException(ParseError.of(cursor.text(), span, message));
    }
}
