package io.klamm.promql.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.promql.ast.Span;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, and in which words: those of a Prometheus that was asked the same. */
class ParseErrorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "lag topic                       | 1:5  | unexpected identifier \"topic\"",
                "lag + # more                    | 1:13 | unexpected end of input",
                "(lag                            | 1:5  | unclosed left parenthesis",
                "lag)                            | 1:5  | unexpected right parenthesis ')'",
                "lag; up                         | 1:4  | unexpected character: ';'",
                "lag =~ up                       | 1:5  | unexpected character after '=': '~'",
                "lag ! up                        | 1:5  | unexpected character after '!': ' '",
                "1 + on (topic                   | 1:14 | unclosed left parenthesis",
                "lag + group_left lag            | 1:7  | unexpected <group_left>",
                "lag on (topic) up               | 1:5  | unexpected <on>",
                "a:b(lag)                        | 1:4  | unexpected \"(\"",
                "lag \"a text of some length\"    | 1:5  | unexpected string \"\\\"a text of\"...",
                "sum lag                         | 1:5  | unexpected identifier \"lag\"",
                "sum(lag up)                     | 1:9  | unexpected identifier \"up\" in aggregation",
                "sum by (topic) lag              | 1:16 | unexpected identifier \"lag\" in aggregation",
                "avg(rate(lag[5m]) up)           | 1:19 | unexpected identifier \"up\" in aggregation",
                "sum by topic                    | 1:8  | unexpected identifier \"topic\" in grouping opts, expected \"(\"",
                "sum by (1) (lag)                | 1:9  | unexpected number \"1\" in grouping opts, expected label",
                "sum by (a b) (lag)              | 1:11 | unexpected identifier \"b\" in grouping opts, expected \",\" or \")\"",
                "sum by (\"\") (lag)               | 1:9  | invalid label name for grouping: \"\"",
                "rate(lag[5m],)                  | 1:13 | trailing commas not allowed in function call args",
                "rats(lag[5m])                   | 1:1  | unknown function with name \"rats\"",
            })
    void structure(String text, String position, String message) {
        assertError(text, position, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "lag{                | 1:5  | unexpected end of input inside braces",
                "lag{1}              | 1:5  | unexpected character inside braces: '1'",
                "lag{a}              | 1:6  | unexpected \"}\" in label matching, expected label matching operator",
                "lag{a=b}            | 1:7  | unexpected identifier \"b\" in label matching, expected string",
                "lag{a=\"b\" c}        | 1:11 | unexpected identifier \"c\" in label matching, expected \",\" or \"}\"",
                "lag{,}              | 1:5  | unexpected \",\" in label matching, expected identifier or \"}\"",
                "lag{a!\"b\"}          | 1:6  | unexpected character after '!' inside braces: '\"'",
                "lag{a=\"b\"}{c=\"d\"}   | 1:11 | unexpected \"{\"",
                "lag{a=~\"(b\"}        | 1:5  | error parsing regexp: missing closing ): `(b`",
                "lag{a=~\"b)\"}        | 1:5  | error parsing regexp: unexpected ): `b)`",
                "lag{__name__=\"up\"}  | 1:1  | metric name must not be set twice: \"lag\" or \"up\"",
                "{}                  | 1:1  | vector selector must contain at least one non-empty matcher",
                "{a=~\".*\"}           | 1:1  | vector selector must contain at least one non-empty matcher",
            })
    void selectors(String text, String position, String message) {
        assertError(text, position, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "lag[                 | 1:5  | unexpected end of input in duration expression",
                "lag[]                | 1:5  | unexpected \"]\" in subquery or range selector, expected number, duration, step(), or range()",
                "lag[a]               | 1:5  | unexpected character in duration expression: 'a'",
                "lag[5m a]            | 1:8  | unexpected character: 'a', expected ':'",
                "lag[5m               | 1:7  | unclosed left bracket",
                "lag[5m 1m]           | 1:8  | unexpected duration \"1m\" in subquery or range, expected \":\" or \"]\"",
                "lag[5m:1m 1m]        | 1:11 | unexpected duration \"1m\" in subquery selector, expected \"]\"",
                "lag[5m:*]            | 1:8  | unexpected <op:*> in subquery selector, expected number, duration, step(), range(), or \"]\"",
                "lag[0]               | 1:5  | duration must be greater than 0",
                "lag[-5m]             | 1:5  | duration must be greater than 0",
                "lag[1m/0]            | 1:7  | division by zero",
                "lag[1m%0]            | 1:7  | modulo by zero",
                "lag[300y]            | 1:5  | duration out of range",
                "lag[5m1m]            | 1:5  | not a valid duration string: \"5m1m\"",
                "1.5m                 | 1:1  | unknown unit \".\" in duration \"1.5m\"",
                "(lag)[5m]            | 1:6  | ranges only allowed for vector selectors",
                "lag offset 5m[5m]    | 1:14 | no offset modifiers allowed before range",
                "lag @ 5 [5m]         | 1:9  | no @ modifiers allowed before range",
                "lag offset           | 1:11 | unexpected end of input in offset, expected number, duration, step(), or range()",
                "lag offset (5m up)   | 1:16 | unexpected identifier \"up\" in offset, expected number, duration, step(), or range()",
                "1 offset 5m          | 1:1  | offset modifier must be preceded by an instant vector selector or range vector selector or a subquery",
                "lag offset 1m offset 2m | 1:1 | offset may not be set multiple times",
                "lag @ up             | 1:7  | unexpected identifier \"up\" in @, expected timestamp",
                "lag @ start          | 1:12 | unexpected end of input in @, expected timestamp",
                "lag @ 1 @ 2          | 1:1  | @ <timestamp> may not be set multiple times",
                "lag @ NaN            | 1:1  | timestamp out of bounds for @ modifier: NaN",
                "sum(lag) @ 1         | 1:1  | @ modifier must be preceded by an instant vector selector or range vector selector or a subquery",
            })
    void times(String text, String position, String message) {
        assertError(text, position, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "1__0                 | 1:1 | bad number or duration syntax: \"1__\"",
                "1..2                 | 1:1 | bad number or duration syntax: \"1..\"",
                "0x                   | 1:1 | error parsing number: strconv.ParseFloat: parsing \"0x\": invalid syntax",
                "1e999                | 1:1 | error parsing number: strconv.ParseFloat: parsing \"1e999\": value out of range",
                "\"lag                 | 1:1 | unterminated quoted string",
                "`lag                 | 1:1 | unterminated raw string",
                "\"\\q\"                 | 1:1 | unknown escape sequence U+0071 'q'",
                "\"\\xZZ\"               | 1:1 | illegal character U+005A 'Z' in escape sequence",
                "\"\\777\"               | 1:1 | escape sequence is an invalid Unicode code point",
            })
    void literals(String text, String position, String message) {
        assertError(text, position, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "rate(lag)                        | 1:6  | expected type range vector in call to function \"rate\", got instant vector",
                "rate()                           | 1:1  | expected 1 argument(s) in call to \"rate\", got 0",
                "round(lag, 1, 2)                 | 1:1  | expected at most 2 argument(s) in call to \"round\", got 3",
                "label_join(lag)                  | 1:1  | expected at least 3 argument(s) in call to \"label_join\", got 1",
                "sum()                            | 1:1  | no arguments for aggregate expression provided",
                "topk(lag)                        | 1:1  | wrong number of arguments for aggregate expression provided, expected 2, got 1",
                "topk(\"a\", lag)                   | 1:6  | expected type scalar in aggregation parameter, got string",
                "sum(1)                           | 1:5  | expected type instant vector in aggregation expression, got scalar",
                "-lag[5m]                         | 1:1  | unary expression only allowed on expressions of type scalar or instant vector, got \"range vector\"",
                "rate(lag[5m])[5m:][5m:]          | 1:1  | subquery is only allowed on instant vector, got matrix instead",
                "1 == 1                           | 1:3  | comparisons between scalars must use BOOL modifier",
                "lag + bool up                    | 1:5  | bool modifier can only be used on comparison operators",
                "1 and lag                        | 1:1  | set operator \"and\" not allowed in binary scalar expression",
                "lag and on (a) group_left up     | 1:1  | no grouping allowed for \"and\" operation",
                "1 + on (a) lag                   | 1:1  | vector matching only allowed between instant vectors",
                "lag + on (a) group_left (a) up   | 1:5  | label \"a\" must not occur in ON and GROUP clause at once",
                "\"a\" + 1                          | 1:1  | binary expression must contain only scalar and instant vector types",
                "lag + lag[5m]                    | 1:7  | binary expression must contain only scalar and instant vector types",
            })
    void types(String text, String position, String message) {
        assertError(text, position, message);
    }

    @Test
    void expression_goodOnlyWithinAnchors_isNone() {
        assertError("lag{a=~\"b)|(c\"}", "1:5", "error parsing regexp: unexpected ): `b)|(c`");
    }

    @Test
    void position_countsLinesAndBytes() {
        assertError("lag{a=\"지연\"}\n  + up down", "2:8", "unexpected identifier \"down\"");
        assertError("lag{a=\"지연\"} down", "1:17", "unexpected identifier \"down\"");
    }

    @Test
    void nothing_hasNoPosition() {
        assertThatThrownBy(() -> PromqlParser.parse(""))
                .hasMessage("unknown position: parse error: no expression found in input");
        assertError("# only a comment", "1:1", "no expression found in input");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "info(lag)            | EXPERIMENTAL_FUNCTIONS | function \"info\" is not enabled",
                "limitk(1, lag)       | EXPERIMENTAL_FUNCTIONS | limitk() is experimental and must be enabled with --enable-feature=promql-experimental-functions",
                "lag anchored         | EXTENDED_SELECTORS     | anchored modifier is experimental and not enabled",
                "rate(lag[5m] smoothed) | EXTENDED_SELECTORS   | smoothed modifier is experimental and not enabled",
                "lag + fill(0) up     | FILL                   | binop fill modifiers are experimental and not enabled",
                "lag </ 5             | HISTOGRAM_TRIM         | operator </ works on native histograms, which are not supported",
            })
    void whatIsOff_isRefusedByName(String text, Feature feature, String message) throws ParseException {
        assertThatThrownBy(() -> PromqlParser.parse(text)).isInstanceOfSatisfying(ParseException.class, e -> {
            assertThat(e.error().missing()).isEqualTo(Optional.of(feature));
            assertThat(e.error().message()).isEqualTo(message.strip());
        });
        assertThat(PromqlParser.parse(text, ParserOptions.EVERYTHING)).isNotNull();
    }

    @Test
    void durationExpressions_canBeOff() {
        ParserOptions none = new ParserOptions(java.util.Set.of());
        assertThatThrownBy(() -> PromqlParser.parse("lag[5m + 1m]", none))
                .hasMessage("1:5: parse error: experimental duration expression is not enabled");
    }

    @Test
    void nesting_isLimited() throws ParseException {
        String deep = "(".repeat(600) + "1" + ")".repeat(600);
        assertThatThrownBy(() -> PromqlParser.parse(deep)).hasMessageContaining("nested too deeply");
        assertThatThrownBy(() -> PromqlParser.parse("1" + " + 1".repeat(600)))
                .hasMessageContaining("nested too deeply (expected: at most 300 levels)");
        assertThatThrownBy(() -> PromqlParser.parse("-".repeat(600) + "lag")).hasMessageContaining("nested too deeply");
        assertThatThrownBy(() -> PromqlParser.parse("lag[1" + "+1".repeat(600) + "]"))
                .hasMessageContaining("nested too deeply");
        assertThatThrownBy(() -> PromqlParser.parse("lag" + "[1m:]".repeat(600)))
                .hasMessageContaining("nested too deeply");
        assertThat(PromqlParser.parse("1" + " + 1".repeat(290)).position()).isEqualTo(new Span(0, 1161));
    }

    private static void assertError(String text, String position, String message) {
        assertThatThrownBy(() -> PromqlParser.parse(text))
                .isInstanceOf(ParseException.class)
                .hasMessage(position.strip() + ": parse error: " + message.strip());
    }
}
