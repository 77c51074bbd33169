package io.klamm.scrape.exposition;

import static io.klamm.scrape.exposition.ExpositionFormat.OPENMETRICS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenMetricsReaderTest {

    @Test
    void read_page_everyKindOfLine() throws ExpositionException {
        String page = """
                # TYPE foo_seconds counter
                # UNIT foo_seconds seconds
                # HELP foo_seconds Help \\"quoted\\" \\\\ \\n.
                foo_seconds_total{a="b"} 17.0 1520879607.789 # {id="counter-test"} 5
                foo_seconds_created{a="b"} 1520872607.123
                bar{} 1 -1.5
                baz 1 # {} 2 3
                {"a.b","c.d"="e"} -1E3
                # EOF
                """;
        assertThat(Pages.entries(OPENMETRICS, page))
                .containsExactly(
                        "TYPE foo_seconds counter",
                        "UNIT foo_seconds seconds",
                        "HELP foo_seconds Help \"quoted\" \\ \n.",
                        "[__name__, foo_seconds_total, a, b] 17.0 @1520879607789"
                                + " # Exemplar[labels={id=\"counter-test\"}, value=5.0, timestamp=-1]",
                        "[__name__, foo_seconds_created, a, b] 1.520872607123E9",
                        "[__name__, bar] 1.0 @-1500",
                        "[__name__, baz] 1.0 # Exemplar[labels={}, value=2.0, timestamp=3000]",
                        "[__name__, a.b, c.d, e] -1000.0");
    }

    @Test
    void read_emptyPage_isTheEndAlone() throws ExpositionException {
        assertThat(Pages.entries(OPENMETRICS, "# EOF")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a | line 1: found the end of the line (expected: a space and a value)",
                "a 1 | line 2: the page ends early (expected: # EOF as its last line)",
                "a  1 | line 1: found \" 1\" (expected: a value)",
                "a {b=\"c\"} 1 | line 1: found \"{b=\"c\"} 1\" (expected: a value)",
                "a{b=\"c\",} 1 | line 1: found \"} 1\" (expected: a label name or })",
                "a{b=\"c\"}1 | line 1: found \"1\" (expected: a space and a value)",
                "a 1 1z | line 1: found \"1z\" (expected: a timestamp in seconds)",
                "a 1 NaN | line 1: found \"NaN\" (expected: a timestamp in seconds)",
                "a 1 1 # | line 1: found \"#\" (expected: an exemplar, as in # {trace_id=\"1\"} 0.5)",
                "a 1 # {}1 | line 1: found \"1\" (expected: a space and the exemplar's value)",
                "a 1 # {} 1 x | line 1: found \"x\" (expected: the exemplar's timestamp in seconds)",
                "a 1 # {} 1 1 1 | line 1: found \" 1\" (expected: the end of the line)",
                "# comment | line 1: found \"# comment\" (expected: # HELP, # TYPE, # UNIT or # EOF)",
                "# TYPE a untyped | line 1: found \"untyped\" (expected: one of the types counter, gauge, histogram, gaugehistogram, summary, info, stateset and unknown)",
                "# UNIT a_seconds meters | line 1: unit meters of a_seconds (expected: a name that ends with _meters)",
                "# HELP a | line 1: found the end of the line (expected: a space after the metric name)",
                "# EOF a | line 1: found \" a\" (expected: nothing after # EOF)"
            })
    void read_badLine_isRefusedWithItsPlace(String page, String refusal) {
        assertThat(Pages.refusal(OPENMETRICS, page + "\n")).isEqualTo(refusal);
    }

    @Test
    void read_blanks_areRefused() {
        assertThat(Pages.refusal(OPENMETRICS, "a 1 \n# EOF\n")).startsWith("line 1:");
        assertThat(Pages.refusal(OPENMETRICS, "a 1\t\n# EOF\n")).startsWith("line 1:");
        assertThat(Pages.refusal(OPENMETRICS, "\n# EOF\n")).isEqualTo("line 1: an empty line (expected: none)");
        assertThat(Pages.refusal(OPENMETRICS, " # EOF\n")).startsWith("line 1:");
        assertThat(Pages.refusal(OPENMETRICS, "# EOF\n\n")).startsWith("line 2:");
        assertThat(Pages.refusal(OPENMETRICS, "a{b=\"x\ny\"} 1\n# EOF\n")).startsWith("line 1:");
    }
}
