package io.klamm.promql.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.promql.ast.DurationException;
import io.klamm.promql.ast.DurationResolver;
import io.klamm.promql.printer.ExprPrinter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationResolverTest {

    private static final long STEP = 5_000;
    private static final long RANGE = 60_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lag[step()]                           | lag[5s]",
                "lag[(step() - 5) * 2 + 1]             | lag[1s]",
                "lag[min_of(step() + 1, 1h)]           | lag[6s]",
                "lag[((max_of(min_of(step(), 1), 8)))] | lag[8s]",
                "lag[range() / 4:step() * 2]           | lag[15s:10s]",
                "lag offset -step()                    | lag offset -5s",
                "lag offset (range() % 7)              | lag offset 4s",
                "lag offset (2 ^ 3 ^ 2)                | lag offset 8m32s",
                "lag offset (-2 ^ 2)                   | lag offset -4s",
                "lag offset range()                    | lag offset 1m",
                "lag[((8 - 2) / 3 * 7) % 4 + 0.5]      | lag[2s500ms]",
                "topk(scalar(a offset (1m)), b)        | topk(scalar(a offset 1m), b)",
            })
    void computed_becomeLiterals(String text, String expected) throws ParseException, DurationException {
        assertThat(resolved(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lag[1 - 1]            | 4:9: duration must be greater than 0",
                "lag[step() - 1m]      | 4:15: duration must be greater than 0",
                "lag[1m:(0)]           | 7:10: duration must be greater than 0",
                "lag[1m / (step() - 5)] | 4:21: division by zero",
                "lag[1m % (step() - 5)] | 4:21: modulo by zero",
                "lag offset (10 ^ 300) | 11:21: duration is out of range",
            })
    void withoutAValue_saysWhere(String text, String message) {
        assertThatThrownBy(() -> resolved(text))
                .isInstanceOf(DurationException.class)
                .hasMessage(message);
    }

    private static String resolved(String text) throws ParseException, DurationException {
        return ExprPrinter.print(
                DurationResolver.resolve(PromqlParser.parse(text, ParserOptions.EVERYTHING), STEP, RANGE));
    }
}
