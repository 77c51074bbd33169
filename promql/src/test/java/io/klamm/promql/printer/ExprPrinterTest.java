package io.klamm.promql.printer;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.promql.parser.ParseException;
import io.klamm.promql.parser.ParserOptions;
import io.klamm.promql.parser.PromqlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExprPrinterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "sum(lag)by(b,a)                  | sum by (b, a) (lag)",
                "sum  by () (lag)                 | sum(lag)",
                "sum without () (lag)             | sum without () (lag)",
                "topk(5, lag) without (\"a.b\", le) | topk without (\"a.b\", le) (5, lag)",
                "COUNT_values('v',lag)            | count_values(\"v\", lag)",
                "a+b*c^d                          | a + b * c ^ d",
                "(a + b) * c                      | (a + b) * c",
                "a AND on() b                     | a and on () b",
                "a or ignoring() b                | a or b",
                "a / on(x) group_left b           | a / on (x) group_left () b",
                "a / ignoring() group_right(y) b  | a / ignoring () group_right (y) b",
                "a > bool 1                       | a > bool 1",
                "-lag                             | -lag",
                "- 5                              | -5",
                "--lag ^ 2                        | --lag ^ 2",
                "rate(lag [ 300 ])                | rate(lag[5m])",
                "lag[1h:] offset -1d @ 1.5        | lag[1h:] @ 1.500 offset -1d",
                "lag[90:0.5]                      | lag[1m30s:500ms]",
                "lag @ start() offset 0           | lag @ start()",
                "lag{b=\"1\",a!~'2'}                | lag{a!~\"2\",b=\"1\"}",
                "{\"a.b\",\"c d\"=~\"e\"}               | {\"c d\"=~\"e\",__name__=\"a.b\"}",
                "{__name__=\"lag\"}                 | {__name__=\"lag\"}",
                "{__name__!=\"\",a=\"\"}              | {__name__!=\"\",a=\"\"}",
                "lag{}                            | lag",
            })
    void normalForm(String text, String expected) throws ParseException {
        assertThat(printed(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "1e6       | 1000000",
                "0x1F      | 31",
                "010       | 8",
                "1_000     | 1000",
                ".5e-3     | 0.0005",
                "-inf      | -Inf",
                "NAN       | NaN",
                "5m        | 5m",
                "-90m      | -1h30m",
                "1y1d      | 366d",
                "14d       | 2w",
                "0s        | 0s",
                "`a\\n'\"`  | \"a\\\\n'\\\"\"",
                "'\\xc3\\xa9\\u00e9\\101' | \"ééA\"",
                "\"\\t\\x00\" | \"\\t\\x00\"",
            })
    void literals(String text, String expected) throws ParseException {
        assertThat(printed(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lag[5m+1m]                       | lag[5m + 1m]",
                "lag[step()*2:RANGE()/10]         | lag[step() * 2:range() / 10]",
                "lag[Min_of(step(),5m)]           | lag[min_of(step(), 5m)]",
                "lag[-5m+35m]                     | lag[-5m + 35m]",
                "lag[-(5m+1)+500]                 | lag[-(5m + 1) + 500]",
                "lag[2^-1]                        | lag[2 ^ -1]",
                "lag offset (1+2*3)               | lag offset (1 + 2 * 3)",
                "lag offset step()*2              | lag offset step() * 2",
                "lag offset -step()               | lag offset -step()",
                "lag offset +max_of(1,2)          | lag offset max_of(1, 2)",
                "lag offset (5m)+2                | lag offset (5m) + 2",
                "lag offset --5m                  | lag offset 5m",
                "lag offset (5m) + up             | lag offset (5m) + up",
            })
    void durationExpressions(String text, String expected) throws ParseException {
        assertThat(printed(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lag smoothed offset 5m           | lag smoothed offset 5m",
                "rate(lag[5m] anchored @ 5)       | rate(lag[5m] anchored @ 5.000)",
                "a + fill(0) b                    | a + fill (0) b",
                "a + on(x) fill_right(-1) fill_left(1e6) b | a + on (x) fill_left (1e+06) fill_right (-1) b",
                "fill + fill                      | fill + fill",
                "a </ 5 >/ 2                      | a </ 5 >/ 2",
                "limit_ratio(0.5, lag)            | limit_ratio(0.5, lag)",
                "step() + range() + end()         | step() + range() + end()",
            })
    void whatIsNotStandard(String text, String expected) throws ParseException {
        assertThat(printed(text)).isEqualTo(expected);
    }

    @Test
    void words_areNamesWhereTheyCanBe() throws ParseException {
        assertThat(printed("sum by (by, on, bool, group_left, atan2) (offset offset 5m) + and"))
                .isEqualTo("sum by (by, on, bool, group_left, atan2) (offset offset 5m) + and");
        assertThat(printed("sum{by=\"1\",sum=\"2\"} - count - start @ start()"))
                .isEqualTo("sum{by=\"1\",sum=\"2\"} - count - start @ start()");
    }

    @Test
    void comments_areLeftOut() throws ParseException {
        assertThat(printed("sum( # all\n lag{a=\"#\", # not this\n b='c'} ) # end"))
                .isEqualTo("sum(lag{a=\"#\",b=\"c\"})");
    }

    private static String printed(String text) throws ParseException {
        return ExprPrinter.print(PromqlParser.parse(text, ParserOptions.EVERYTHING));
    }
}
