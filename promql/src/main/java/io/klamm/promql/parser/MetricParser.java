package io.klamm.promql.parser;

import io.klamm.model.series.Labels;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parses the name of one series: {@code up{job="kafka"}}. */
final class MetricParser {

    private static final Place LABEL = place("identifier or \"}\"");
    private static final Place EQUALS = place("\"=\"");
    private static final Place VALUE = place("string");
    private static final Place NEXT = place("\",\" or \"}\"");

    private final Tokens tokens;

    MetricParser(Tokens tokens) {
        this.tokens = tokens;
    }

    private static Place place(String expected) {
        return new Place("label set", expected);
    }

    Labels metric() throws ParseException {
        Map<String, String> labels = new LinkedHashMap<>();
        if (tokens.peek().type().namesMetric()) {
            String name = tokens.take().text();
            labels(labels);
            labels.put(Labels.NAME, name);
        } else {
            labels(labels);
        }
        return Labels.of(labels);
    }

    private void labels(Map<String, String> labels) throws ParseException {
        if (tokens.accept(TokenType.LEFT_BRACE).isEmpty()) {
            return;
        }
        while (!tokens.at(TokenType.RIGHT_BRACE)) {
            label(labels);
            if (!tokens.at(TokenType.RIGHT_BRACE)
                    && tokens.accept(TokenType.COMMA).isEmpty()) {
                throw tokens.unexpected(NEXT);
            }
        }
        tokens.take();
    }

    private void label(Map<String, String> labels) throws ParseException {
        if (!tokens.at(TokenType.IDENTIFIER) && !tokens.at(TokenType.STRING)) {
            throw tokens.unexpected(LABEL);
        }
        Token token = tokens.take();
        boolean quoted = token.is(TokenType.STRING);
        String name = quoted ? GoString.unquote(token.text()) : token.text();
        String value;
        if (quoted && !tokens.at(TokenType.ASSIGN)) {
            value = name;
            name = Labels.NAME;
        } else {
            tokens.expect(TokenType.ASSIGN, EQUALS);
            value = GoString.unquote(tokens.expect(TokenType.STRING, VALUE).text());
        }
        if (labels.put(name, value) != null) {
            throw tokens.error(token.span(), "label " + name + ": given twice (expected: each name once)");
        }
    }
}
