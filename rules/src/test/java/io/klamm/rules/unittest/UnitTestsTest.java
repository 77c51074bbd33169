package io.klamm.rules.unittest;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.rules.file.RuleFileOptions;
import io.klamm.rules.unittest.CaseResult.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitTestsTest {

    private static final String RULES = """
            groups:
              - name: second
                rules: [{record: b, expr: a + 1}]
              - name: first
                rules:
                  - {record: a, expr: x * 2}
                  - {alert: High, expr: x > 3, for: 2m, labels: {severity: page}, annotations: {summary: high}}
            """;

    private static final String TESTS = """
            rule_files: [rules*.yml]
            group_eval_order: [first, second]
            tests:
              - name: doubled
                interval: 1m
                input_series:
                  - {series: 'x{i="1"}', values: '1 2 _ 4x5 stale'}
                promql_expr_test:
                  - {expr: b, eval_time: 1m, exp_samples: [{labels: 'b{i="1"}', value: 5}]}
                  - {expr: x, eval_time: 9m, exp_samples: []}
                alert_rule_test:
                  - {eval_time: 4m, alertname: High}
                  - eval_time: 5m30s
                    alertname: High
                    exp_alerts: [{exp_labels: {severity: page, i: 1}, exp_annotations: {summary: high}}]
            """;

    private @TempDir Path directory;

    @BeforeEach
    void rules() throws IOException {
        Files.writeString(directory.resolve("rules.yml"), RULES);
    }

    @Test
    void run_allAsExpected_passed() throws IOException {
        TestReport report = run(TESTS);
        assertThat(report.tests()).extracting(CaseResult::failures).allMatch(lines -> lines.isEmpty());
        assertThat(report.summary()).isEqualTo("1 passed, 0 failed");
    }

    @Test
    void run_otherValue_failedWithBothShown() throws IOException {
        TestReport report = run(TESTS.replace("value: 5", "value: 6"));
        assertThat(report.tests().get(0).failures())
                .containsExactly("b at 1m:\n    - {__name__=\"b\", i=\"1\"} 6\n    + {__name__=\"b\", i=\"1\"} 5");
        assertThat(report.failed()).isTrue();
    }

    @Test
    void run_otherAnnotation_failedWithBothShown() throws IOException {
        TestReport report = run(TESTS.replace("summary: high}}", "summary: low}}"));
        assertThat(report.tests().get(0).failures().get(0))
                .startsWith("alert High at 5m30s:")
                .contains("- {", "summary: low", "+ {", "summary: high");
    }

    @Test
    void run_nativeHistogram_unsupportedNotPassed() throws IOException {
        TestReport report = run("""
                tests:
                  - input_series: [{series: h, values: '{{sum:1 count:1 buckets:[1]}}x3'}]
                    promql_expr_test:
                      - {expr: histogram_count(h), eval_time: 1m, exp_samples: [{value: 1}]}
                  - promql_expr_test:
                      - {expr: '1', exp_samples: [{value: 1}]}
                """);
        assertThat(report.tests()).extracting(CaseResult::outcome).containsExactly(Outcome.UNSUPPORTED, Outcome.PASSED);
        assertThat(report.summary()).isEqualTo("1 passed, 0 failed, 1 unsupported");
        assertThat(report.failed()).isFalse();
    }

    @Test
    void run_badFile_refusedWithPlaces() throws IOException {
        TestReport report =
                run("tests: [{input_series: [{series: 'a{', values: 1}], alert_rule_test: [{eval_time: x}]}]");
        assertThat(report.problems()).hasSize(3).allMatch(problem -> problem.contains("test.yml:1: "));
        assertThat(report.failed()).isTrue();
    }

    @Test
    void run_noRuleFile_warning() throws IOException {
        assertThat(run("rule_files: [none.yml]\ntests: []").warnings()).containsExactly("no file matches none.yml");
    }

    @Test
    void run_groupNamedTwiceInOrder_refused() throws IOException {
        assertThat(run("group_eval_order: [a, a]").failed()).isTrue();
    }

    private TestReport run(String tests) throws IOException {
        Path file = Files.writeString(directory.resolve("test.yml"), tests);
        return new UnitTests(RuleFileOptions.STANDARD).run(file);
    }
}
