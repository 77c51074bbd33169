package io.klamm.scrape.exposition;

import static io.klamm.scrape.exposition.ExpositionFormat.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextReaderTest {

    @Test
    void read_page_everyKindOfLine() throws ExpositionException {
        String page = """
                # HELP http_requests_total The total\\nnumber of \\\\ requests.
                # TYPE http_requests_total counter
                http_requests_total{method="post",code="200"} 1027 1395066363000
                http_requests_total{method="post",code="400"}    3 -1

                # an ordinary comment
                #nothing
                #
                msdos{path="C:\\\\DIR\\\\F.TXT",error="Cannot:\\n\\"F.TXT\\" \\x"} 1.458255915e9
                bare 12.47
                weird{problem="division by zero"} +Inf -3982045
                \t spaced \t { a = "1" , b="2" , } \t -0 \t 5\s
                last NaN""";
        assertThat(Pages.entries(TEXT, page))
                .containsExactly(
                        "HELP http_requests_total The total\nnumber of \\ requests.",
                        "TYPE http_requests_total counter",
                        "[__name__, http_requests_total, method, post, code, 200] 1027.0 @1395066363000",
                        "[__name__, http_requests_total, method, post, code, 400] 3.0 @-1",
                        "[__name__, msdos, path, C:\\DIR\\F.TXT, error, Cannot:\n\"F.TXT\" \\x] 1.458255915E9",
                        "[__name__, bare] 12.47",
                        "[__name__, weird, problem, division by zero] Infinity @-3982045",
                        "[__name__, spaced, a, 1, b, 2] -0.0 @5",
                        "[__name__, last] NaN");
    }

    @Test
    void read_namesInQuotes_asIn100() throws ExpositionException {
        String page = """
                # HELP "my.noncompliant.metric" help text
                # TYPE "my.noncompliant.metric" gauge
                {"my.noncompliant.metric","label.1"="a",b="c"} 1
                {b="c","quote\\"d"} 2
                plain{"크"="성"} 3
                """;
        assertThat(Pages.entries(TEXT, page))
                .containsExactly(
                        "HELP my.noncompliant.metric help text",
                        "TYPE my.noncompliant.metric gauge",
                        "[__name__, my.noncompliant.metric, label.1, a, b, c] 1.0",
                        "[__name__, quote\"d, b, c] 2.0",
                        "[__name__, plain, 크, 성] 3.0");
    }

    @Test
    void read_emptyLabelValue_isKept() throws ExpositionException {
        assertThat(Pages.entries(TEXT, "a{instance=\"\"} 1\n")).containsExactly("[__name__, a, instance, ] 1.0");
    }

    @Test
    void read_helpWithoutText_isEmpty() throws ExpositionException {
        assertThat(Pages.entries(TEXT, "# HELP a\n# HELP b \n")).containsExactly("HELP a ", "HELP b ");
    }

    @Test
    void read_nullByteInLabelValue_isText() throws ExpositionException {
        assertThat(Pages.entries(TEXT, "a{b=\"x\0y\"} 1\n")).containsExactly("[__name__, a, b, x\0y] 1.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a | line 1: found the end of the line (expected: a value after the metric name)",
                "a{b='c'} 1 | line 1: found \"'c'} 1\" (expected: a label value in double quotes)",
                "a{b= | line 1: found the end of the line (expected: a label value in double quotes)",
                "a{b=\"c\"d=\"e\"} 1 | line 1: found \"d=\"e\"} 1\" (expected: a comma or })",
                "a{,b=\"c\"} 1 | line 1: found \",b=\"c\"} 1\" (expected: a label name or })",
                "a{b=\"c\",,} 1 | line 1: found \",} 1\" (expected: a label name or })",
                "{\"a\", \"b = \"c\"} 1 | line 1: found \"c\"} 1\" (expected: = after the label name)",
                "{\"a\", \"b\"} 1 | line 1: found \"} 1\" (expected: = after the label name)",
                "{\"\"} 1 | line 1: empty metric name (expected: at least one letter)",
                "{a=\"ok\"} 1 | line 1: no metric name (expected: one before the braces, or in quotes in them)",
                "{b} 1 | line 1: found \"} 1\" (expected: = after the label name)",
                "a true | line 1: found \"true\" (expected: a value)",
                "a 1_2 | line 1: found \"1_2\" (expected: a value)",
                "a 0x1p-3 | line 1: found \"0x1p-3\" (expected: a value)",
                "a 1d | line 1: found \"1d\" (expected: a value)",
                "a 1e999 | line 1: found \"1e999\" (expected: a value)",
                "a 0 1_2 | line 1: found \"1_2\" (expected: a timestamp in whole milliseconds)",
                "a 0 1.5 | line 1: found \"1.5\" (expected: a timestamp in whole milliseconds)",
                "a 0 1 2 | line 1: found \"2\" (expected: the end of the line after the timestamp)",
                "a 0 9999999999999999999999 | line 1: found \"9999999999999999999999\" (expected: a timestamp in whole milliseconds)",
                "a{b=\"c | line 1: a label value whose quotes are not closed (expected: a closing quote)",
                "# TYPE # | line 1: found \"#\" (expected: a metric name)",
                "# HELP # | line 1: found \"#\" (expected: a metric name)",
                "# TYPE a-b counter | line 1: found \"-b counter\" (expected: a blank after the metric name)",
                "# TYPE a meh | line 1: found \"meh\" (expected: one of the types counter, gauge, histogram, summary and untyped)",
                "0a 1 | line 1: found \"0a 1\" (expected: a metric name)",
                "a+1 | line 1: found \"+1\" (expected: a value after the metric name)"
            })
    void read_badLine_isRefusedWithItsPlace(String page, String refusal) {
        assertThat(Pages.refusal(TEXT, page + "\n")).isEqualTo(refusal);
        assertThat(Pages.refusal(TEXT, "good 1\n\n# comment\n" + page + "\n"))
                .isEqualTo(refusal.replace("line 1", "line 4"));
    }

    @Test
    void read_labelTwice_isRefused() {
        assertThat(Pages.refusal(TEXT, "a{b=\"1\",b=\"2\"} 1\n"))
                .isEqualTo("line 1: label b: given twice (expected: each name once)");
        assertThat(Pages.refusal(TEXT, "a{__name__=\"1\"} 1\n"))
                .isEqualTo("line 1: label __name__: given twice (expected: each name once)");
    }

    @Test
    void read_notUtf8_isRefused() {
        assertThat(Pages.refusal(TEXT, "a{b=\"\u00ff\"} 1\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("line 1: a label value that is not UTF-8");
        assertThat(Pages.refusal(TEXT, "# HELP a \u00ff\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("line 1: a text that is not UTF-8");
        assertThat(Pages.refusal(TEXT, "a\0{b=\"c\"} 1\n"))
                .isEqualTo("line 1: found \"\\x00{b=\"c\"} 1\" (expected: a value after the metric name)");
    }
}
