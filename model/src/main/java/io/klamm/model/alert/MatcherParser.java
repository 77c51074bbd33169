package io.klamm.model.alert;

import io.klamm.model.alert.MatcherLexer.Kind;
import io.klamm.model.alert.MatcherLexer.Word;
import java.util.ArrayList;
import java.util.List;

/** Matchers whose names may be any text, in quotes where they need them. For one thread. */
final class MatcherParser {

    private final MatcherLexer lexer;
    private Word word;

    MatcherParser(String text) {
        this.lexer = new MatcherLexer(text);
        this.word = lexer.next();
    }

    List<AlertMatcher> matchers() {
        boolean braces = word.kind() == Kind.OPEN;
        if (braces) {
            word = lexer.next();
        }
        Kind last = braces ? Kind.CLOSE : Kind.END;
        List<AlertMatcher> matchers = new ArrayList<>();
        while (word.kind() != last) {
            matchers.add(matcher());
            if (word.kind() != last) {
                take(word.kind() == Kind.COMMA, braces ? "a comma or }" : "a comma or the end");
            }
        }
        if (braces) {
            word = lexer.next();
            take(word.kind() == Kind.END, "nothing after the braces");
        }
        return matchers;
    }

    private AlertMatcher matcher() {
        String name = take(word.isText(), "the name of a label");
        if (name.isEmpty()) {
            throw lexer.error(1, "an empty name", "the name of a label");
        }
        String sign = take(word.kind() == Kind.SIGN, "one of = != =~ !~");
        String value = take(word.isText(), "a value, in quotes if it has spaces or signs");
        return new AlertMatcher(name, ClassicMatchers.operator(sign), value);
    }

    private String take(boolean good, String expected) {
        if (!good) {
            throw lexer.error(word.column(), word.text(), expected);
        }
        String text = word.text();
        if (word.kind() != Kind.END) {
            word = lexer.next();
        }
        return text;
    }
}
