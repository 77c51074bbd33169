package io.klamm.template.parser;

import io.klamm.template.ast.Source;
import io.klamm.template.value.TemplateException;
import java.util.List;

/** The tokens of a text with a place among them, and errors that tell it. */
final class Tokens {

    private final Source source;
    private final List<Token> tokens;
    private int next;

    Tokens(Source source) {
        this.source = source;
        this.tokens = new Lexer(source).tokens();
    }

    Token next() {
        Token token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    Token peek() {
        return tokens.get(next);
    }

    Token nextNonSpace() {
        skipSpace();
        return next();
    }

    Token peekNonSpace() {
        skipSpace();
        return peek();
    }

    /** The token after the next, blanks left out. */
    Token peekSecond() {
        int index = next + 1;
        while (index < tokens.size() - 1 && tokens.get(index).kind() == Kind.SPACE) {
            index++;
        }
        return tokens.get(Math.min(index, tokens.size() - 1));
    }

    Token expect(Kind kind, String where) {
        Token token = nextNonSpace();
        if (token.kind() != kind) {
            throw unexpected(token, where);
        }
        return token;
    }

    private void skipSpace() {
        while (peek().kind() == Kind.SPACE) {
            next();
        }
    }

    TemplateException unexpected(Token token, String where) {
        return error(token, "unexpected " + token.shown() + " in " + where);
    }

    TemplateException error(Token token, String message) {
        return new TemplateException("template: " + source.name() + ":" + source.line(token.at()) + ": " + message);
    }
}
