package io.klamm.rules.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.promql.parser.ParseException;
import io.klamm.promql.parser.PromqlParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BareExpressionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "lag > 100; lag > bool 100",
                "100 < lag; 100 < bool lag",
                "sum by (group) (lag > 3) >= 100; sum by (group) (lag > bool 3) >= bool 100",
                "a > on (x) group_left () b; a > bool on (x) group_left () b",
                "lag > 1 and rate(x[5m]) == 0; lag > bool 1 and rate(x[5m]) == bool 0",
                "lag > 1 unless muted == 1; lag > bool 1",
                "a > 1 or b > 2; a > bool 1 or b > bool 2",
                "topk(3, a or b) > 5; (a or b) > bool 5",
                "max_over_time((lag > 5)[5m:1m]); max_over_time((lag > bool 5)[5m:1m])",
                "-lag < -1; -lag < bool -1",
                "lag; lag"
            })
    void of_conditions_dataWithoutThem(String expression, String bare) throws ParseException {
        assertThat(BareExpression.of(PromqlParser.parse(expression))).contains(bare);
    }

    @ParameterizedTest
    @ValueSource(strings = {"absent(up)", "up == 0 or absent_over_time(up[5m])"})
    void of_absence_nothing(String expression) throws ParseException {
        assertThat(BareExpression.of(PromqlParser.parse(expression))).isEmpty();
    }
}
