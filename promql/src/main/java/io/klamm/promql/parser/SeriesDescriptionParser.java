package io.klamm.promql.parser;

import io.klamm.model.series.Labels;
import io.klamm.model.series.StaleMarker;
import io.klamm.promql.ast.Span;
import io.klamm.promql.parser.SeriesDescription.Kind;
import io.klamm.promql.parser.SeriesDescription.Value;
import java.util.ArrayList;
import java.util.List;

/** Parses series as tests write them: {@code up{job="kafka"} 1 0x3 _ 5+2x10 stale}. For one text. */
public final class SeriesDescriptionParser {

    private static final int MAX_VALUES = 1_000_000;
    private static final String PLACE = "series values";

    private final SeriesTokens tokens;
    private final List<Value> values = new ArrayList<>();

    private SeriesDescriptionParser(SeriesTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The series that a line describes. Native histograms are recognised, not read.
     *
     * @throws ParseException if the line is none, or has a million values or more
     */
    public static SeriesDescription parse(String line) throws ParseException {
        int end = metricEnd(line);
        Labels labels = PromqlParser.parseMetric(line.substring(0, end));
        if (line.startsWith("@st", end)) {
            Span span = new Span(end, line.length());
            throw new ParseException(ParseError.missing(
                    line, span, Feature.START_TIMESTAMPS, "start timestamps of samples are not supported"));
        }
        SeriesDescriptionParser parser = new SeriesDescriptionParser(new SeriesTokens(line, end));
        parser.items();
        return new SeriesDescription(labels, parser.values);
    }

    /** Where the series' name ends: values begin after the braces or, where there are none, after the metric's name. */
    private static int metricEnd(String line) {
        int at = 0;
        while (at < line.length() && Cursor.space(line.charAt(at))) {
            at++;
        }
        while (at < line.length() && (Cursor.letterOrDigit(line.charAt(at)) || line.charAt(at) == ':')) {
            at++;
        }
        return at < line.length() && line.charAt(at) == '{' ? bracesEnd(line, at) : at;
    }

    private static int bracesEnd(String line, int from) {
        char quote = 0;
        for (int at = from; at < line.length(); at++) {
            char c = line.charAt(at);
            if (quote != 0 && quote != '`' && c == '\\') {
                at++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'' || c == '`') {
                quote = c;
            } else if (c == '}') {
                return at + 1;
            }
        }
        return line.length();
    }

    private void items() throws ParseException {
        while (!tokens.at(TokenType.END_OF_INPUT)) {
            if (!tokens.at(TokenType.SPACE)) {
                throw tokens.unexpected(PLACE);
            }
            tokens.take();
            if (!tokens.at(TokenType.END_OF_INPUT)) {
                item();
            }
        }
    }

    private void item() throws ParseException {
        switch (tokens.peek().type()) {
            case BLANK -> {
                tokens.take();
                repeat(new Value(Kind.OMITTED, Double.NaN), tokens.at(TokenType.TIMES) ? times() : 1);
            }
            case HISTOGRAM -> histograms();
            case NUMBER, ADD, SUB -> numbers(signed());
            case IDENTIFIER -> {
                if (!tokens.peek().text().equals("stale")) {
                    throw tokens.unexpected(PLACE + ", expected number or \"stale\"");
                }
                tokens.take();
                numbers(StaleMarker.VALUE);
            }
            default -> throw tokens.unexpected(PLACE);
        }
    }

    /** The first of {@code axN} and its like is at the beginning, so there is one more than N. */
    private void numbers(double first) throws ParseException {
        boolean steps = tokens.at(TokenType.ADD) || tokens.at(TokenType.SUB);
        double step = steps ? signed() : 0;
        if (steps && !tokens.at(TokenType.TIMES)) {
            throw tokens.unexpected(PLACE);
        }
        if (!tokens.at(TokenType.TIMES)) {
            repeat(value(first), 1);
            return;
        }
        int count = times() + 1;
        double number = first;
        for (int i = 0; i < count; i++) {
            repeat(value(number), 1);
            number = steps ? number + step : number;
        }
    }

    private static Value value(double number) {
        return new Value(StaleMarker.is(number) ? Kind.STALE : Kind.FLOAT, number);
    }

    private void histograms() throws ParseException {
        tokens.take();
        boolean steps = tokens.at(TokenType.ADD) || tokens.at(TokenType.SUB);
        if (steps) {
            tokens.take();
            if (!tokens.at(TokenType.HISTOGRAM)) {
                throw tokens.unexpected(PLACE);
            }
            tokens.take();
        }
        if (steps && !tokens.at(TokenType.TIMES)) {
            throw tokens.unexpected(PLACE);
        }
        repeat(new Value(Kind.HISTOGRAM, Double.NaN), tokens.at(TokenType.TIMES) ? times() + 1 : 1);
    }

    private double signed() throws ParseException {
        boolean negative = tokens.at(TokenType.SUB);
        if (negative || tokens.at(TokenType.ADD)) {
            tokens.take();
        }
        if (!tokens.at(TokenType.NUMBER)) {
            throw tokens.unexpected(PLACE);
        }
        Token number = tokens.take();
        try {
            double value = GoNumber.parse(number.text());
            return negative ? -value : value;
        } catch (NumberFormatException e) {
            throw tokens.error(number.span(), "error parsing number: " + e.getMessage());
        }
    }

    /** The number after an {@code x}. */
    private int times() throws ParseException {
        tokens.take();
        if (!tokens.at(TokenType.NUMBER)) {
            throw tokens.unexpected(PLACE);
        }
        Token number = tokens.take();
        try {
            int count = Integer.parseInt(number.text());
            if (count >= MAX_VALUES) {
                throw tooMany(number.span());
            }
            return count;
        } catch (NumberFormatException e) {
            throw tokens.error(
                    number.span(),
                    "invalid repetition in series values: " + number.text() + " (expected: a whole number less than "
                            + MAX_VALUES + ")");
        }
    }

    private void repeat(Value value, int times) throws ParseException {
        if (values.size() + times > MAX_VALUES) {
            throw tooMany(tokens.peek().span());
        }
        for (int i = 0; i < times; i++) {
            values.add(value);
        }
    }

    private ParseException tooMany(Span span) {
        return tokens.error(span, "too many values in a series (expected: at most " + MAX_VALUES + ")");
    }
}
