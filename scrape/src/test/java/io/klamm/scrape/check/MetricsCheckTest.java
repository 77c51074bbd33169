package io.klamm.scrape.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.scrape.exposition.ExpositionFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsCheckTest {

    @Test
    void check_text_lintsAsPromtool() {
        String page = """
                # TYPE a_bucket gauge
                a_bucket 1
                foo_total{x="y"} 3
                # HELP foo2 dd
                # TYPE foo2 counter
                foo2 3
                fooBar 3
                # TYPE hi_histogram histogram
                # HELP hi_histogram The  hist
                hi_histogram_bucket{le="1"} 3
                """;
        CheckReport report = text(page);
        assertThat(report.exitCode()).isEqualTo(3);
        assertThat(lints(report))
                .containsExactly(
                        "a_bucket no help text",
                        "a_bucket non-histogram metrics should not have \"_bucket\" suffix",
                        "foo2 counter metrics should have \"_total\" suffix",
                        "fooBar metric names should be written in 'snake_case' not 'camelCase'",
                        "fooBar no help text",
                        "foo_total no help text",
                        "hi_histogram metric name should not include type 'histogram'");
        assertThat(report.lints().get(0).line()).isEqualTo(1);
    }

    @Test
    void check_cleanText_isFine() {
        CheckReport report = text("# HELP up_seconds Help.\n# TYPE up_seconds gauge\nup_seconds{a=\"b\"} 1\n");
        assertThat(report.error()).isEmpty();
        assertThat(report.lints()).isEmpty();
        assertThat(report.exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x_milliseconds | use base unit \"seconds\" instead of \"milliseconds\"",
                "x_hours | use base unit \"seconds\" instead of \"hours\"",
                "x_kibibytes | use base unit \"bytes\" instead of \"kibibytes\"",
                "x_ms | metric names should not contain abbreviated units",
                "x:y | metric names should not contain ':'",
                "x_gauge | metric name should not include type 'gauge'",
                "x_count | non-histogram and non-summary metrics should not have \"_count\" suffix",
                "x_sum | non-histogram and non-summary metrics should not have \"_sum\" suffix",
                "x_total | non-counter metrics should not have \"_total\" suffix"
            })
    void check_gaugesName_isAdvisedAgainst(String name, String lint) {
        assertThat(lints(text("# HELP " + name + " Help.\n# TYPE " + name + " gauge\n" + name + " 1\n")))
                .containsExactly(name + " " + lint);
    }

    @Test
    void check_labelsOfOthers_areAdvisedAgainst() {
        assertThat(lints(text("# HELP a h\n# TYPE a gauge\na{le=\"1\",quantile=\"2\",camelCase=\"x\"} 1\n")))
                .containsExactly(
                        "a label names should be written in 'snake_case' not 'camelCase'",
                        "a non-histogram metrics should not have \"le\" label",
                        "a non-summary metrics should not have \"quantile\" label");
        assertThat(lints(text("# HELP a h\n# TYPE a gauge\na{x=\"1\"} 1\na{x=\"1\"} 2\n")))
                .containsExactly("a metric not unique");
    }

    @Test
    void check_baseUnitsThatLookAlike_areLeftAlone() {
        assertThat(lints(text("# HELP thermometers h\n# TYPE thermometers gauge\nthermometers 1\n")))
                .isEmpty();
        assertThat(lints(text("# HELP a_bytes h\n# TYPE a_bytes gauge\na_bytes 1\n")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a 1~a{b=\"c} 2~ | 2 | a label value whose quotes are not closed (expected: a closing quote)",
                "a 1~a 2 | 2 | unexpected end of input stream (expected: a line end after the last line)",
                "# HELP a b~# HELP a b~ | 2 | second HELP line for metric name \"a\"",
                "# TYPE a gauge~# TYPE a gauge~ | 2 | second TYPE line for metric name \"a\", or TYPE reported after samples",
                "a 1~# TYPE a gauge~ | 2 | second TYPE line for metric name \"a\", or TYPE reported after samples",
                "# TYPE a histogram~a_bucket{le=\"x\"} 1~ | 2 | expected float as value for 'le' label, got \"x\"",
                "# TYPE a summary~a{quantile=\"x\"} 1~ | 2 | expected float as value for 'quantile' label, got \"x\"",
                "a{b=\"c~d\"} 1~ | 1 | a label value contains an unescaped new-line (expected: \\n)"
            })
    void check_brokenText_isRefusedWithItsLine(String page, int line, String reason) {
        CheckReport report = text(page.replace('~', '\n'));
        assertThat(report.error()).contains(new Finding(line, "", reason));
        assertThat(report.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a 1~a 2~ | 2 | the same series again (expected: once, or each time with a later timestamp)",
                "# TYPE a gauge~a 1~# HELP a h~ | 3 | # HELP of a after its samples (expected: before)",
                "# TYPE a gauge~# TYPE a gauge~ | 2 | a second # TYPE of a (expected: one)",
                "# TYPE a counter~a_total 1~a 1~ | 3 | metric a: the name a is taken by a metric above",
                "# TYPE a counter~a_total 1.5~a_created NaN~ | 0 | ",
                "# TYPE a histogram~a_bucket{le=\"1\"} 1~a_bucket{le=\"+Inf\"} 2~a_count 2~a_sum 3~ | 0 | ",
                "# TYPE a histogram~a_bucket{le=\"1\"} 1.5~ | 2 | a count that is not a whole number",
                "# TYPE a histogram~a_bucket{le=\"1\"} 1~ | 1 | histogram a without a last bucket le=\"+Inf\"",
                "# TYPE a_s info~# UNIT a_s s~ | 1 | a unit of the info a_s (expected: none)",
                "# TYPE a info~a_info{b=\"1\"} 1 2~a_info{b=\"2\"} 1 1~ | 0 | "
            })
    void check_openMetrics_toEveryRule(String page, int line, String reason) {
        CheckReport report = MetricsCheck.check(
                (page + "# EOF\n").replace('~', '\n').getBytes(StandardCharsets.UTF_8), ExpositionFormat.OPENMETRICS);
        if (line == 0) {
            assertThat(report.error()).isEmpty();
        } else {
            assertThat(report.error()).contains(new Finding(line, "", reason));
        }
    }

    private static CheckReport text(String page) {
        return MetricsCheck.check(page.getBytes(StandardCharsets.UTF_8), ExpositionFormat.TEXT);
    }

    private static List<String> lints(CheckReport report) {
        return report.lints().stream()
                .map(lint -> lint.family() + " " + lint.message())
                .toList();
    }
}
