package io.klamm.template.parser;

import io.klamm.template.ast.Source;
import io.klamm.template.value.TemplateException;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text at its {@code {{ }}} into tokens; trims where a dash asks for it, and leaves comments out. */
final class Lexer {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    private final Source source;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean trimNext;

    Lexer(Source source) {
        this.source = source;
        this.text = source.text();
    }

    List<Token> tokens() {
        while (at < text.length()) {
            int open = text.indexOf(OPEN, at);
            writeText(open < 0 ? text.length() : open, open >= 0 && trimsLeft(open + 2));
            if (open >= 0) {
                action(open);
            }
        }
        tokens.add(new Token(Kind.END, at, ""));
        return tokens;
    }

    private void writeText(int end, boolean trimEnd) {
        int from = at;
        int to = end;
        while (trimNext && from < to && Blank.is(text.charAt(from))) {
            from++;
        }
        while (trimEnd && to > from && Blank.is(text.charAt(to - 1))) {
            to--;
        }
        if (to > from) {
            tokens.add(new Token(Kind.TEXT, from, text.substring(from, to)));
        }
        trimNext = false;
        at = end;
    }

    private boolean trimsLeft(int from) {
        return from + 1 < text.length() && text.charAt(from) == '-' && Blank.is(text.charAt(from + 1));
    }

    private void action(int open) {
        at = open + 2;
        if (trimsLeft(at)) {
            at++;
        }
        int start = Blank.is(charAt(at)) && trimmedBefore() ? at + 1 : at;
        if (text.startsWith("/*", start)) {
            comment(start);
            return;
        }
        tokens.add(new Token(Kind.LEFT, open, OPEN));
        inside();
    }

    private boolean trimmedBefore() {
        return text.charAt(at - 1) == '-';
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    private void comment(int start) {
        int end = text.indexOf("*/", start);
        if (end < 0) {
            throw error(start, "unclosed comment");
        }
        at = end + 2;
        if (!atClose()) {
            throw error(start, "comment ends before closing delimiter");
        }
        close();
    }

    private boolean atClose() {
        return text.startsWith(CLOSE, at) || trimsRight();
    }

    private boolean trimsRight() {
        return Blank.is(charAt(at)) && charAt(at + 1) == '-' && text.startsWith(CLOSE, at + 2);
    }

    private void close() {
        trimNext = trimsRight();
        at += trimNext ? 4 : 2;
    }

    private void inside() {
        TokenReader reader = new TokenReader(source);
        while (!atClose()) {
            Token token = reader.next(at);
            tokens.add(token);
            at = token.at() + token.text().length();
        }
        reader.checkClosed(at);
        tokens.add(new Token(Kind.RIGHT, at, CLOSE));
        close();
    }

    private TemplateException error(int place, String message) {
        return new TemplateException("template: " + source.name() + ":" + source.line(place) + ": " + message);
    }
}
