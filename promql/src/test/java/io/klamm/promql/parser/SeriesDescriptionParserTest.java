package io.klamm.promql.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.model.series.GoFloat;
import io.klamm.model.series.Labels;
import io.klamm.promql.parser.SeriesDescription.Kind;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesDescriptionParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "lag 1 2 3            | 1 2 3",
                "lag                  | ''",
                "lag{} 1              | 1",
                "{} 1                 | 1",
                "lag 1+1x3            | 1 2 3 4",
                "lag 1-1x3            | 1 0 -1 -2",
                "lag -1-1x2           | -1 -2 -3",
                "lag 0x2              | 0 0 0",
                "lag _ _x2 5          | _ _ _ 5",
                "lag 1 stale 2        | 1 stale 2",
                "lag Inf -inf +Inf nan | +Inf -Inf +Inf NaN",
                "lag 1e3 .5 1_0       | 1000 0.5 10",
                "lag 1   2            | 1 2",
                "lag 0.1+0.1x2        | 0.1 0.2 0.30000000000000004",
                "lag {{}} {{schema:1 sum:2 buckets:[1 2]}} | H H",
                "lag {{}}x2           | H H H",
                "lag {{}}+{{sum:1}}x2 | H H H",
            })
    void values(String line, String expected) throws ParseException {
        assertThat(text(SeriesDescriptionParser.parse(line))).isEqualTo(expected);
    }

    @Test
    void labels_inAllForms() throws ParseException {
        assertThat(SeriesDescriptionParser.parse("lag{topic=\"a\\\"b}\", x='}', y=`{\\`,} 1")
                        .labels())
                .isEqualTo(Labels.of("__name__", "lag", "topic", "a\"b}", "x", "}", "y", "{\\"));
        assertThat(SeriesDescriptionParser.parse("{\"a.b\", \"c.d\"=\"e\"} 1").labels())
                .isEqualTo(Labels.of("__name__", "a.b", "c.d", "e"));
        assertThat(SeriesDescriptionParser.parse("  sum{by=\"x\"} 1").labels())
                .isEqualTo(Labels.of("__name__", "sum", "by", "x"));
        assertThat(SeriesDescriptionParser.parse("{} 1").labels()).isEqualTo(Labels.EMPTY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "lag 1x                 | 1:7  | unexpected end of input in series values",
                "lag 1+1                | 1:8  | unexpected end of input in series values",
                "lag 1x1.5              | 1:7  | invalid repetition in series values: 1.5 (expected: a whole number less than 1000000)",
                "lag 1x1000000          | 1:7  | too many values in a series (expected: at most 1000000)",
                "lag x                  | 1:5  | unexpected \"x\" in series values",
                "lag 1 old              | 1:7  | unexpected identifier \"old\" in series values, expected number or \"stale\"",
                "lag 1_                 | 1:5  | bad number syntax: \"1_\"",
                "lag *                  | 1:5  | unexpected character in series sequence: '*'",
                "lag {a=\"b\"} 1          | 1:5  | unexpected character in series sequence: '{'",
                "lag {{sum:1            | 1:5  | histogram description incomplete unexpected: '\uFFFD'",
                "lag{a} 1               | 1:6  | unexpected \"}\" in label set, expected \"=\"",
                "lag{a=b} 1             | 1:7  | unexpected identifier \"b\" in label set, expected string",
                "lag{a=\"b\" c} 1         | 1:11 | unexpected identifier \"c\" in label set, expected \",\" or \"}\"",
                "lag{1} 1               | 1:5  | unexpected character inside braces: '1'",
                "lag{a=\"b\"              | 1:10 | unexpected end of input inside braces",
                "lag{a=\"b\",a=\"c\"} 1     | 1:11 | label a: given twice (expected: each name once)",
            })
    void errors(String line, String position, String message) {
        assertThatThrownBy(() -> SeriesDescriptionParser.parse(line))
                .hasMessage(position.strip() + ": parse error: " + message.strip());
    }

    @Test
    void startTimestamps_areRefusedByName() {
        assertThatThrownBy(() -> SeriesDescriptionParser.parse("lag{a=\"b\"}@st 0 1m"))
                .isInstanceOfSatisfying(
                        ParseException.class,
                        e -> assertThat(e.error().missing()).isEqualTo(Optional.of(Feature.START_TIMESTAMPS)));
    }

    private static String text(SeriesDescription series) {
        return series.values().stream()
                .map(value -> switch (value.kind()) {
                    case FLOAT -> GoFloat.format(value.number(), GoFloat.Form.PLAIN);
                    case STALE -> "stale";
                    case OMITTED -> "_";
                    case HISTOGRAM -> "H";
                })
                .collect(Collectors.joining(" "));
    }

    @Test
    void histograms_areSeen() throws ParseException {
        assertThat(SeriesDescriptionParser.parse("lag 1 {{}}").hasHistogram()).isTrue();
        assertThat(SeriesDescriptionParser.parse("lag 1 2").hasHistogram()).isFalse();
        assertThat(SeriesDescriptionParser.parse("lag 1 stale").values().get(1).kind())
                .isEqualTo(Kind.STALE);
    }
}
