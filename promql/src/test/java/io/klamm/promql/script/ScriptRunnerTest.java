package io.klamm.promql.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A runner is only worth its name if wrong scripts fail. */
class ScriptRunnerTest {

    private static final String LOAD = """
            load 1m
              up{job="a"} 1 2 3
              up{job="b"} 4 _ 6
              nothing_total 0+60x10

            """;

    private static ScriptReport run(String evals) {
        try {
            return ScriptRunner.run("test", LOAD + evals);
        } catch (ScriptException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void right_passes() {
        ScriptReport report = run("""
                eval instant at 2m up
                  up{job="a"} 3
                  up{job="b"} 6

                eval range from 0 to 2m step 1m up{job="b"} * 2
                  {job="b"} 8 8 12

                eval instant at 1m 1 + 1
                  2

                eval instant at 1m "x"
                  expect string "x"

                eval instant at 2m sort_desc(up)
                  expect ordered
                  up{job="b"} 6
                  up{job="a"} 3

                eval instant at 2m up{job="b"}[2m]
                  expect range vector from 1m to 2m step 1m
                  up{job="b"} _ 6

                eval instant at 2m rate(up[5m])
                  expect info msg: PromQL info: metric might not be a counter, name does not end in _total/_sum/_count/_bucket: "up" (1:6)
                  expect no_warn
                  {job="a"} 0.008333333333333333
                  {job="b"} 0.01

                eval instant at 2m label_replace(up, "job", "x", "", "")
                  expect fail msg: vector cannot contain metrics with the same labelset

                eval_fail instant at 2m ceil({job=~"a|b"}) +
                """);
        assertThat(report.failures()).isEmpty();
        assertThat(report.summary()).isEqualTo("test: 9 passed, 0 failed, 0 unsupported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eval instant at 2m up\n up{job=\"a\"} 3",
                "eval instant at 2m up\n up{job=\"a\"} 3\n up{job=\"b\"} 6.1",
                "eval instant at 2m up\n up{job=\"a\"} 3\n up{job=\"b\"} 6\n up{job=\"c\"} 1",
                "eval instant at 2m up\n {job=\"a\"} 3\n {job=\"b\"} 6",
                "eval instant at 2m up\n 3",
                "eval instant at 2m 1 + 1\n 3",
                "eval instant at 2m 1 + 1\n {} 2",
                "eval instant at 2m absent(up)\n {} 1",
                "eval instant at 2m \"x\"\n expect string \"y\"",
                "eval instant at 2m sort_desc(up)\n expect ordered\n up{job=\"a\"} 3\n up{job=\"b\"} 6",
                "eval range from 0 to 2m step 1m up{job=\"b\"}\n up{job=\"b\"} 4 _ 6",
                "eval range from 0 to 2m step 1m up{job=\"b\"}\n up{job=\"b\"} 4 4",
                "eval range from 0 to 2m step 1m up{job=\"b\"}\n up{job=\"b\"} 4 4 6 6",
                "eval range from 0 to 2m step 1m up{job=\"b\"}",
                "eval instant at 2m up{job=\"b\"}[2m]\n expect range vector from 1m to 2m step 1m\n up{job=\"b\"} 6 _",
                "eval instant at 2m up\n expect fail",
                "eval instant at 2m up +\n up{job=\"a\"} 3",
                "eval instant at 2m up +\n expect fail msg: no such words",
                "eval instant at 2m up +\n expect fail regex: no such words",
                "eval instant at 2m 1\n expect warn\n 1",
                "eval instant at 2m 1\n expect info\n 1",
                "eval instant at 2m quantile(2, up)\n expect no_warn\n {} +Inf",
                "eval instant at 2m quantile(2, up)\n expect warn msg: PromQL warning: other words\n {} +Inf",
                "eval instant at 2m rate(up{job=\"a\"}[5m])\n expect no_info\n {job=\"a\"} 0.008333333333333333",
                "eval_warn instant at 2m 1\n 1",
                "eval_info instant at 2m 1\n 1",
                "eval_fail instant at 2m 1\n expected_fail_message x"
            })
    void wrong_fails(String eval) {
        ScriptReport report = run(eval);
        assertThat(report.passed()).isZero();
        assertThat(report.unsupported()).isEmpty();
        assertThat(report.failures()).hasSize(1);
    }

    @Test
    void wrong_saysWhereAndWhat() {
        assertThat(run("eval instant at 2m up{job=\"a\"}\n  up{job=\"a\"} 4").failures())
                .containsExactly("line 6: up{job=\"a\"}: series {__name__=\"up\", job=\"a\"}: 3.0 (expected: 4.0)");
    }

    @Test
    void laterFailures_doNotHideEarlierPasses() {
        ScriptReport report = run("""
                eval instant at 2m vector(1)
                  {} 1

                eval instant at 2m vector(1)
                  {} 2

                clear
                eval instant at 2m up
                """);
        assertThat(report.summary()).isEqualTo("test: 2 passed, 1 failed, 0 unsupported");
    }

    @Test
    void histograms_areUnsupportedOnlyWhereTheyAreTouched() {
        ScriptReport report = run("""
                load_with_nhcb 1m
                  h_bucket{le="1"} 1 1 1
                  h_bucket{le="+Inf"} 2 2 2
                  native {{count:1}} 5 5

                eval instant at 2m h_bucket{le="1"}
                  h_bucket{le="1"} 1

                eval instant at 2m h

                eval instant at 2m native
                  native 5

                eval instant at 0 native
                  native {{count:1}}

                eval instant at 2m histogram_count(native)

                eval range from 5m30s to 6m30s step 30s native
                  native 5 5 5
                """);
        assertThat(report.failures()).isEmpty();
        assertThat(report.summary()).isEqualTo("test: 2 passed, 0 failed, 4 unsupported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"histogram_avg", "histogram_count", "histogram_stddev", "histogram_stdvar", "histogram_sum"})
    void functionsOfNativeHistograms_giveNothingForNumbers(String function) {
        ScriptReport report = run("eval instant at 2m FUNCTION(up)\n\n eval range from 0 to 2m step 1m FUNCTION(up)\n"
                .replace("FUNCTION", function));
        assertThat(report.failures()).isEmpty();
        assertThat(report.summary()).isEqualTo("test: 2 passed, 0 failed, 0 unsupported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "load\n  up 1",
                "load 1x\n  up 1",
                "load 1m\n  up{ 1",
                "load 1m\n  up 0x1f",
                "load 1m\n  up 1+2",
                "load 1m\n  up 1x99999999999",
                "loaf 1m",
                "eval later up",
                "eval instant at noon up",
                "eval range from 1m to 0 step 1m up",
                "eval instant at 1m up\n  up 1 2",
                "eval instant at 1m up\n  up 1\n  up 2",
                "eval instant at 1m up\n  expect",
                "eval instant at 1m up\n  expect warn\n  expect no_warn",
                "eval instant at 1m up\n  expect no_info\n  expect info",
                "eval instant at 1m up\n  expect fail\n  expect fail",
                "eval instant at 1m up\n  expect fail regex: (",
                "eval instant at 1m up\n  expect string x",
                "eval range from 0 to 1m step 1m up\n  expect ordered",
                "load 1m\n  up 1\n\nload 1m\n  up 2"
            })
    void badlyWritten_isRefusedWithItsLine(String script) {
        assertThatThrownBy(() -> ScriptRunner.run("test", script))
                .isInstanceOf(ScriptException.class)
                .hasMessageStartingWith("line ");
    }
}
