package io.klamm.promql.parser;

import io.klamm.model.series.LabelText;
import io.klamm.promql.ast.Span;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an expression's text into tokens, one at a time. What a character means depends on what is open: within braces there are no keywords, and
 * within brackets a colon is a sign.
 */
final class Lexer {

    private final Cursor cursor;
    private final NumberScanner numbers;
    private final StringScanner strings;
    private int openParens;
    private boolean braceOpen;
    private boolean bracketOpen;
    /** Within brackets, as long as no number has been read: nothing but an expression of durations. */
    private boolean durationExpected;

    private boolean durationSeen;
    private boolean colonSeen;

    Lexer(String text) {
        this.cursor = new Cursor(text);
        this.numbers = new NumberScanner(cursor, false);
        this.strings = new StringScanner(this, cursor);
    }

    String text() {
        return cursor.text();
    }

    /** The next token, comments left out; after the last one, the end of input again and again. */
    Token next() throws ParseException {
        Token token;
        do {
            while (Cursor.space(cursor.peek())) {
                cursor.next();
            }
            cursor.begin();
            token = braceOpen ? insideBraces() : durationExpected ? insideDuration() : statement();
        } while (token.is(TokenType.COMMENT));
        return token;
    }

    private Token statement() throws ParseException {
        int point = cursor.next();
        if (Cursor.digit(point) || (point == '.' && Cursor.digit(cursor.peek()))) {
            cursor.back(1);
            return number();
        }
        if (Cursor.letter(point) || point == ':') {
            return bracketOpen ? letterInBrackets(point) : word();
        }
        return switch (point) {
            case Cursor.END -> end();
            case '#' -> comment();
            case '"', '\'', '`' -> string(point);
            case '=' -> assignOrEqual();
            case '!' -> notEqual();
            case '<' -> less();
            case '>' -> greater();
            case '(', ')' -> paren(point);
            case '{' -> {
                braceOpen = true;
                yield token(TokenType.LEFT_BRACE);
            }
            case '[' -> leftBracket();
            case ']' -> rightBracket();
            case '@' -> token(TokenType.AT);
            default -> sign(point);
        };
    }

    private Token end() throws ParseException {
        if (openParens != 0) {
            throw error("unclosed left parenthesis");
        }
        if (bracketOpen) {
            throw error("unclosed left bracket");
        }
        return token(TokenType.END_OF_INPUT);
    }

    private Token sign(int point) throws ParseException {
        return switch (point) {
            case ',' -> token(TokenType.COMMA);
            case '+' -> token(TokenType.ADD);
            case '-' -> token(TokenType.SUB);
            case '*' -> token(TokenType.MUL);
            case '/' -> token(TokenType.DIV);
            case '%' -> token(TokenType.MOD);
            case '^' -> token(TokenType.POW);
            default ->
                throw error(
                        (durationExpected ? "unexpected character in duration expression: " : "unexpected character: ")
                                + GoRune.quote(point));
        };
    }

    private Token assignOrEqual() throws ParseException {
        if (cursor.peek() == '~') {
            throw error("unexpected character after '=': '~'");
        }
        return token(cursor.accept("=") ? TokenType.EQUAL : TokenType.ASSIGN);
    }

    private Token notEqual() throws ParseException {
        if (!cursor.accept("=")) {
            throw error("unexpected character after '!': " + GoRune.quote(cursor.peek()));
        }
        return token(TokenType.NOT_EQUAL);
    }

    private Token less() {
        if (cursor.accept("/")) {
            return token(TokenType.TRIM_UPPER);
        }
        return token(cursor.accept("=") ? TokenType.LESS_EQUAL : TokenType.LESS);
    }

    private Token greater() {
        if (cursor.accept("/")) {
            return token(TokenType.TRIM_LOWER);
        }
        return token(cursor.accept("=") ? TokenType.GREATER_EQUAL : TokenType.GREATER);
    }

    private Token paren(int point) throws ParseException {
        openParens += point == '(' ? 1 : -1;
        if (openParens < 0) {
            cursor.begin();
            throw error("unexpected right parenthesis ')'");
        }
        return token(point == '(' ? TokenType.LEFT_PAREN : TokenType.RIGHT_PAREN);
    }

    private Token leftBracket() throws ParseException {
        if (bracketOpen) {
            throw error("unexpected left bracket '['");
        }
        bracketOpen = true;
        durationExpected = true;
        durationSeen = false;
        colonSeen = false;
        return token(TokenType.LEFT_BRACKET);
    }

    private Token rightBracket() throws ParseException {
        if (!bracketOpen) {
            throw error("unexpected right bracket ']'");
        }
        bracketOpen = false;
        durationExpected = false;
        return token(TokenType.RIGHT_BRACKET);
    }

    private Token insideDuration() throws ParseException {
        int point = cursor.next();
        if (Cursor.digit(point) || (point == '.' && Cursor.digit(cursor.peek()))) {
            cursor.back(1);
            durationSeen = true;
            durationExpected = false;
            return number();
        }
        if (Cursor.letter(point)) {
            Token word = durationWord();
            if (word != null) {
                durationSeen = true;
                return word;
            }
            throw error("unexpected character in duration expression: " + GoRune.quote(point));
        }
        return switch (point) {
            case Cursor.END -> throw error("unexpected end of input in duration expression");
            case '(', ')' -> paren(point);
            case ']' -> rightBracket();
            case ':' -> colonInDuration();
            default -> sign(point);
        };
    }

    private Token colonInDuration() throws ParseException {
        if (!durationSeen || colonSeen) {
            cursor.begin();
            throw error(
                    durationSeen
                            ? "unexpected repeated colon in duration expression"
                            : "unexpected colon before duration in duration expression");
        }
        colonSeen = true;
        return token(TokenType.COLON);
    }

    private Token letterInBrackets(int point) throws ParseException {
        if (point != ':') {
            Token word = durationWord();
            if (word != null) {
                return word;
            }
            throw error("unexpected character: " + GoRune.quote(point) + ", expected ':'");
        }
        if (colonSeen) {
            throw error("unexpected colon ':'");
        }
        colonSeen = true;
        return token(TokenType.COLON);
    }

    /** One of the words that stand for a length of time; nothing if it is another. */
    private @Nullable Token durationWord() {
        while (Cursor.letter(cursor.peek())) {
            cursor.next();
        }
        TokenType type = TokenType.ofWord(cursor.token()).orElse(TokenType.IDENTIFIER);
        return switch (type) {
            case STEP, RANGE, MIN_OF, MAX_OF -> token(type);
            default -> null;
        };
    }

    private Token insideBraces() throws ParseException {
        int point = cursor.next();
        if (Cursor.letter(point)) {
            while (Cursor.letterOrDigit(cursor.peek())) {
                cursor.next();
            }
            return token(TokenType.IDENTIFIER);
        }
        return switch (point) {
            case Cursor.END -> throw error("unexpected end of input inside braces");
            case '#' -> comment();
            case ',' -> token(TokenType.COMMA);
            case '"', '\'', '`' -> string(point);
            case '=' -> token(cursor.accept("~") ? TokenType.REGEX : TokenType.ASSIGN);
            case '!' -> notInBraces();
            case '{' -> throw error("unexpected left brace '{'");
            case '}' -> {
                braceOpen = false;
                yield token(TokenType.RIGHT_BRACE);
            }
            default -> throw error("unexpected character inside braces: " + GoRune.quote(point));
        };
    }

    private Token notInBraces() throws ParseException {
        if (cursor.accept("~")) {
            return token(TokenType.NOT_REGEX);
        }
        if (cursor.accept("=")) {
            return token(TokenType.NOT_EQUAL);
        }
        throw error("unexpected character after '!' inside braces: " + GoRune.quote(cursor.peek()));
    }

    private Token word() {
        while (Cursor.letterOrDigit(cursor.peek()) || cursor.peek() == ':') {
            cursor.next();
        }
        String word = cursor.token();
        TokenType name = word.indexOf(':') < 0 ? TokenType.IDENTIFIER : TokenType.METRIC_IDENTIFIER;
        TokenType type = TokenType.ofWord(word).orElse(name);
        boolean fill = type == TokenType.FILL || type == TokenType.FILL_LEFT || type == TokenType.FILL_RIGHT;
        return token(fill && !parenFollows() ? TokenType.IDENTIFIER : type);
    }

    /** The words of {@code fill} came late to the language: they are names wherever they can be. */
    private boolean parenFollows() {
        int at = cursor.at();
        String text = cursor.text();
        while (at < text.length() && Cursor.space(text.charAt(at))) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '(';
    }

    private Token number() throws ParseException {
        if (numbers.number()) {
            return token(TokenType.NUMBER);
        }
        if (numbers.restOfDuration()) {
            return token(TokenType.DURATION);
        }
        throw error("bad number or duration syntax: " + LabelText.quote(cursor.token()));
    }

    private Token string(int quote) throws ParseException {
        strings.scan(quote);
        return token(TokenType.STRING);
    }

    private Token comment() {
        int point = cursor.peek();
        while (point != '\n' && point != '\r' && point != Cursor.END) {
            cursor.next();
            point = cursor.peek();
        }
        return token(TokenType.COMMENT);
    }

    private Token token(TokenType type) {
        return new Token(type, new Span(cursor.start(), cursor.at()), cursor.token());
    }

    /** What is wrong with the token in the making. */
    ParseException error(String message) {
        Span rest = new Span(cursor.start(), cursor.text().length());
        return new ParseException(ParseError.of(cursor.text(), rest, message));
    }
}
