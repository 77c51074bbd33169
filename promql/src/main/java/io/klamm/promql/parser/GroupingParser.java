package io.klamm.promql.parser;

import io.klamm.model.series.LabelText;
import java.util.ArrayList;
import java.util.List;

/** Parses names of labels in brackets, as after {@code by} and {@code on}. */
final class GroupingParser {

    private static final Place OPEN = place("\"(\"");
    private static final Place LABEL = place("label");
    private static final Place NEXT = place("\",\" or \")\"");

    private final Tokens tokens;

    GroupingParser(Tokens tokens) {
        this.tokens = tokens;
    }

    private static Place place(String expected) {
        return new Place("grouping opts", expected);
    }

    List<String> labels() throws ParseException {
        tokens.expect(TokenType.LEFT_PAREN, OPEN);
        List<String> labels = new ArrayList<>();
        while (!tokens.at(TokenType.RIGHT_PAREN)) {
            labels.add(label());
            if (!tokens.at(TokenType.RIGHT_PAREN)
                    && tokens.accept(TokenType.COMMA).isEmpty()) {
                throw tokens.unexpected(NEXT);
            }
        }
        tokens.take();
        return labels;
    }

    private String label() throws ParseException {
        boolean quoted = tokens.at(TokenType.STRING);
        if (!quoted && !tokens.peek().type().namesLabel()) {
            throw tokens.unexpected(LABEL);
        }
        Token token = tokens.take();
        String name = quoted ? GoString.unquote(token.text()) : token.text();
        if (name.isEmpty()) {
            throw tokens.error(token.span(), "invalid label name for grouping: " + LabelText.quote(name));
        }
        return name;
    }
}
