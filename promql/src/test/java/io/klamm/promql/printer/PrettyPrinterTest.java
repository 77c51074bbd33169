package io.klamm.promql.printer;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.promql.parser.ParseException;
import io.klamm.promql.parser.PromqlParser;
import org.junit.jupiter.api.Test;

/** Layouts are those of a Prometheus that was asked for the same. */
class PrettyPrinterTest {

    private static final String LONG =
            "kafka_consumergroup_lag{cluster=\"production\",consumergroup=~\"billing.*\",topic!=\"invoices\",partition=\"0\"}";

    @Test
    void short_staysOnOneLine() throws ParseException {
        assertThat(pretty("sum(rate(lag[5m]))by(topic)")).isEqualTo("sum by (topic) (rate(lag[5m]))");
    }

    @Test
    void aggregation_isSplitAtItsBrackets() throws ParseException {
        assertThat(pretty("topk by (topic) (5, rate(" + LONG + "[5m]))")).isEqualTo("""
                        topk by (topic) (
                          5,
                          rate(
                            kafka_consumergroup_lag{cluster="production",consumergroup=~"billing.*",partition="0",topic!="invoices"}[5m]
                          )
                        )""");
    }

    @Test
    void operator_hasALineOfItsOwn() throws ParseException {
        assertThat(pretty("sum by (topic) (" + LONG + ") > bool on (topic) group_left (owner) -(a + b)"))
                .isEqualTo("""
                          sum by (topic) (
                            kafka_consumergroup_lag{cluster="production",consumergroup=~"billing.*",partition="0",topic!="invoices"}
                          )
                        > bool on (topic) group_left (owner)
                          -(a + b)""");
    }

    @Test
    void brackets_signsAndSubqueries() throws ParseException {
        assertThat(pretty("-(" + LONG + " + up)")).isEqualTo("""
                        -(
                            kafka_consumergroup_lag{cluster="production",consumergroup=~"billing.*",partition="0",topic!="invoices"}
                          +
                            up
                        )""");
        assertThat(pretty("max_over_time((" + LONG + " + up)[1h:5m] offset 1d)"))
                .isEqualTo("""
                        max_over_time(
                          (
                              kafka_consumergroup_lag{cluster="production",consumergroup=~"billing.*",partition="0",topic!="invoices"}
                            +
                              up
                          )[1h:5m] offset 1d
                        )""");
    }

    @Test
    void subqueryThatFits_isNotIndented() throws ParseException {
        assertThat(pretty("quantile_over_time(scalar(" + LONG + "), lag[1h:5m])"))
                .endsWith("  ),\nlag[1h:5m]\n)");
    }

    private static String pretty(String text) throws ParseException {
        return PrettyPrinter.print(PromqlParser.parse(text));
    }
}
