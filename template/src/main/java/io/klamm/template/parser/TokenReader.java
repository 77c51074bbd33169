package io.klamm.template.parser;

import io.klamm.template.ast.Source;
import io.klamm.template.value.TemplateException;
import java.util.Set;

/** Reads the tokens between two delimiters. */
final class TokenReader {

    private static final Set<String> KEYWORDS =
            Set.of("block", "break", "continue", "define", "else", "end", "if", "range", "template", "with");

    private final Source source;
    private final String text;
    private int parentheses;

    TokenReader(Source source) {
        this.source = source;
        this.text = source.text();
    }

    void checkClosed(int at) {
        if (parentheses > 0) {
            throw error(at, "unclosed left paren");
        }
    }

    Token next(int at) {
        if (at >= text.length()) {
            throw error(at, "unclosed action");
        }
        char c = text.charAt(at);
        if (Blank.is(c)) {
            return token(Kind.SPACE, at, spaceEnd(at));
        }
        return switch (c) {
            case '"' -> token(Kind.STRING, at, quoteEnd(at, '"', "unterminated quoted string"));
            case '\'' -> token(Kind.CHAR, at, quoteEnd(at, '\'', "unterminated character constant"));
            case '`' -> token(Kind.RAW_STRING, at, rawEnd(at));
            case '|' -> token(Kind.PIPE, at, at + 1);
            case ',' -> token(Kind.COMMA, at, at + 1);
            case '=' -> token(Kind.ASSIGN, at, at + 1);
            case ':' -> declare(at);
            case '(', ')' -> parenthesis(at, c);
            case '$' -> token(Kind.VARIABLE, at, nameEnd(at + 1));
            case '.' -> dot(at);
            case '+', '-' -> token(Kind.NUMBER, at, numberEnd(at));
            default -> word(at, c);
        };
    }

    private int spaceEnd(int from) {
        int end = from;
        while (end < text.length() && Blank.is(text.charAt(end)) && !closesTrimmed(end)) {
            end++;
        }
        return end;
    }

    private boolean closesTrimmed(int at) {
        return text.startsWith("-}}", at + 1);
    }

    private int quoteEnd(int from, char quote, String otherwise) {
        for (int i = from + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i + 1;
            }
        }
        throw error(from, otherwise);
    }

    private int rawEnd(int from) {
        int end = text.indexOf('`', from + 1);
        if (end < 0) {
            throw error(from, "unterminated raw quoted string");
        }
        return end + 1;
    }

    private Token declare(int at) {
        if (!text.startsWith(":=", at)) {
            throw error(at, "expected :=");
        }
        return token(Kind.DECLARE, at, at + 2);
    }

    private Token parenthesis(int at, char c) {
        parentheses += c == '(' ? 1 : -1;
        if (parentheses < 0) {
            throw error(at, "unexpected right paren");
        }
        return token(c == '(' ? Kind.OPEN : Kind.CLOSE, at, at + 1);
    }

    private Token dot(int at) {
        int end = nameEnd(at + 1);
        if (end == at + 1) {
            return token(Kind.DOT, at, end);
        }
        return Character.isDigit(text.charAt(at + 1))
                ? token(Kind.NUMBER, at, numberEnd(at))
                : token(Kind.FIELD, at, end);
    }

    private Token word(int at, char c) {
        if (c >= '0' && c <= '9') {
            return token(Kind.NUMBER, at, numberEnd(at));
        }
        int end = nameEnd(at);
        if (end > at) {
            return token(kindOf(text.substring(at, end)), at, end);
        }
        return other(at, c);
    }

    private Token other(int at, char c) {
        if (c > ' ' && c < 127) {
            return token(Kind.OTHER, at, at + 1);
        }
        throw error(at, String.format("unrecognized character in action: U+%04X", (int) c));
    }

    private static Kind kindOf(String word) {
        if (KEYWORDS.contains(word)) {
            return Kind.KEYWORD;
        }
        if (word.equals("true") || word.equals("false")) {
            return Kind.BOOL;
        }
        return word.equals("nil") ? Kind.NIL : Kind.IDENTIFIER;
    }

    private int nameEnd(int from) {
        int end = from;
        while (end < text.length() && nameCharacter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean nameCharacter(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private int numberEnd(int from) {
        int end = from + 1;
        while (end < text.length() && numberCharacter(end)) {
            end++;
        }
        return end;
    }

    private boolean numberCharacter(int at) {
        char c = text.charAt(at);
        boolean sign = (c == '+' || c == '-') && "eEpP".indexOf(text.charAt(at - 1)) >= 0;
        return nameCharacter(c) || c == '.' || sign;
    }

    private Token token(Kind kind, int from, int to) {
        return new Token(kind, from, text.substring(from, to));
    }

    private TemplateException error(int at, String message) {
        return new TemplateException("template: " + source.name() + ":" + source.line(at) + ": " + message);
    }
}
