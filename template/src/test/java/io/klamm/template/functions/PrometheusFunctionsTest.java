package io.klamm.template.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.template.AlertTemplates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expectations are what {@code promtool test rules} says of the same texts. */
class PrometheusFunctionsTest {

    private static List<QuerySample> query(String promql) {
        if (promql.equals("(")) {
            throw new IllegalArgumentException("1:2: parse error: unclosed left parenthesis");
        }
        return promql.equals("x")
                ? List.of(new QuerySample(Map.of("a", "c"), 2), new QuerySample(Map.of("a", "b"), 1234567))
                : List.of();
    }

    private static String expand(String text) {
        AlertTemplates templates = new AlertTemplates(
                PrometheusFunctions.of(
                        PrometheusFunctionsTest::query, Instant.ofEpochMilli(1_435_065_584_128L), "http://h/p"),
                Map.of("e", "f"),
                "http://h/p");
        return templates.expand("A", text, Map.of("a", "b", "alertname", "A"), 1_234_567);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            {{ humanize 1234567 }} {{ humanize -0.00123 }} {{ humanize 0 }} {{ humanize 1e30 }} {{ humanize 1234 }} ~ 1.235M -1.23m 0 1e+06Y 1.234k
            {{ humanize1024 1048576 }} {{ humanize1024 1 }} {{ humanize1024 0.5 }} ~ 1Mi 1 0.5
            {{ humanizeDuration 3661 }} {{ humanizeDuration 86400 }} {{ humanizeDuration 59.9 }} ~ 1h 1m 1s 1d 0h 0m 0s 59.9s
            {{ humanizeDuration 0.0123 }} {{ humanizeDuration -100000 }} {{ humanizePercentage 0.1234567 }} ~ 12.3ms -1d 3h 46m 40s 12.35%
            {{ humanizeTimestamp 1435065584.128 }} {{ humanizeDuration 0 }} {{ humanizeDuration 899.99 }} ~ 2015-06-23 13:19:44.128 +0000 UTC 0s 14m 59s
            {{ humanizeDuration 1 }} {{humanize "1e3"}} {{humanizeDuration 60.5}} {{ humanizeTimestamp 0 }} {{ humanizeTimestamp -1.5 }} ~ 1s 1k 1m 0s 1970-01-01 00:00:00 +0000 UTC 1969-12-31 23:59:58.5 +0000 UTC
            {{ title "hello wORLD foo" }} {{ graphLink "up{a=\\"b\\"} + 1" }} {{ tableLink "up" }} ~ Hello WORLD Foo /graph?g0.expr=up%7Ba%3D%22b%22%7D+%2B+1&g0.tab=0 /graph?g0.expr=up&g0.tab=1
            {{ stripPort "a:80" }} {{ stripPort "[::1]:80" }} {{ stripPort "[::1]" }} {{stripPort "::1"}} ~ a ::1 [::1] ::1
            {{ stripDomain "a.b.c:80" }} {{ stripDomain "10.0.0.1:80" }} {{stripDomain "[::1]:80"}} ~ a:80 10.0.0.1:80 [::1]:80
            {{ parseDuration "1h30m" }} {{ toTime 1435065584.128 }} ~ 5400 2015-06-23 13:19:44.128 +0000 UTC
            {{ reReplaceAll "(a)(b)" "$2${1}x" "abab" }} {{ match "b" "abc" }} {{ args 1 "a" }} {{ toUpper "a" }} ~ baxbax true map[arg0:1 arg1:a] A
            {{ (query "x" | first).Labels.a }} {{ query "x" | first | value }} {{ range query "x" | sortByLabel "a" }}{{ .Value }}{{ . | strvalue }}{{ label "a" . }}{{ end }} ~ c 2 1.234567e+06b2c
            {{ $labels.nope }}|{{ $value }}|{{ $labels }}|{{ $externalLabels }}|{{ $externalURL }} ~ |1.234567e+06|map[a:b alertname:A]|map[e:f]|http://h/p
            {{ externalURL }} {{ pathPrefix }} {{ safeHtml "<" }} {{ urlQueryEscape "a b" }} {{ now }} {{ toDuration 90 }} ~ http://h/p /p < a+b 1.435065584128e+09 1m30s
            """)
    void expand_everyFunction_asPromtool(String text, String expected) {
        assertThat(expand(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            {{ $labels.a.b }} ~ __alert_A:1:122: executing "__alert_A" at <$labels.a.b>: can't evaluate field b in type string
            {{ humanize "z" }} ~ __alert_A:1:115: executing "__alert_A" at <humanize "z">: error calling humanize: strconv.ParseFloat: parsing "z": invalid syntax
            {{ query "y" | first }} ~ __alert_A:1:127: executing "__alert_A" at <first>: error calling first: first() called on vector with no elements
            {{ query "(" }} ~ __alert_A:1:115: executing "__alert_A" at <query "(">: error calling query: 1:2: parse error: unclosed left parenthesis
            {{ humanize nil }} ~ __alert_A:1:115: executing "__alert_A" at <humanize nil>: error calling humanize: can't convert <nil> to float
            {{ toUpper 1 }} ~ __alert_A:1:123: executing "__alert_A" at <1>: expected string; found 1
            {{ $x := 1 }}{{ toUpper $value }} ~ __alert_A:1:136: executing "__alert_A" at <$value>: wrong type for value; expected string; got float64
            {{ toUpper }} ~ __alert_A:1:115: executing "__alert_A" at <toUpper>: wrong number of args for toUpper: want 1 got 0
            {{ parseDuration "x" }} ~ __alert_A:1:115: executing "__alert_A" at <parseDuration "x">: error calling parseDuration: not a valid duration string: "x"
            {{ reReplaceAll "(" "a" "b" }} ~ __alert_A:1:115: executing "__alert_A" at <reReplaceAll "(" "a" "b">: error calling reReplaceAll: regexp: Compile(`(`): error parsing regexp: missing closing ): `(`
            """)
    void expand_mistakes_asPromtool(String text, String message) {
        assertThat(expand(text))
                .isEqualTo("<error expanding template: error executing template __alert_A: template: " + message + ">");
    }

    @ParameterizedTest
    @CsvSource({"{{ foo }}, function \"foo\" not defined"})
    void expand_notParsed_saysSo(String text, String message) {
        assertThat(expand(text))
                .isEqualTo("<error expanding template: error parsing template __alert_A: template: __alert_A:1: "
                        + message + ">");
    }
}
