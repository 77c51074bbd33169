package io.klamm.cmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {

    private static final String RULES = """
            groups:
              - name: lag
                rules:
                  - {record: 'lag:max', expr: max(lag)}
                  - {alert: Lag, expr: 'lag:max > 600', for: 2m}
            """;

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    @Test
    void check_goodFile_counts() throws IOException {
        String file = file("rules.yml", RULES);
        assertThat(run("check", "rules", file)).isZero();
        assertThat(out.toString())
                .isEqualToIgnoringNewLines(file + ": all right, 2 rule(s) in 1 group(s): 1 alerting, 1 recording");
    }

    @Test
    void check_badFile_everyProblemWithItsPlace() throws IOException {
        String file = file("rules.yml", RULES.replace("max(lag)", "max(").replace("for:", "four:"));
        assertThat(run("check", "rules", file)).isEqualTo(1);
        assertThat(err.toString())
                .contains(file + ":4:35: groups[0].rules[0].expr: could not parse expression: 1:5: parse error")
                .contains(file + ":5:")
                .contains("did you mean for?")
                .contains("2 problem(s) in " + file);
    }

    @Test
    void check_ruleTwice_warningOrThree() throws IOException {
        String file = file("rules.yml", RULES + "      - {record: 'lag:max', expr: max(lag)}\n");
        assertThat(run("check", "rules", file)).isZero();
        assertThat(err.toString()).contains("warning: ").contains(":6:");
        assertThat(run("check", "rules", "--lint-fatal", file)).isEqualTo(3);
    }

    @Test
    void check_ownKeys_onlyWhenAskedFor() throws IOException {
        String file =
                file("rules.yml", RULES.replace("- name: lag", "- name: lag\n    keep_state_while_missing: true"));
        assertThat(run("check", "rules", file)).isEqualTo(1);
        assertThat(run("check", "rules", "--klamm", file)).isZero();
    }

    @Test
    void test_failing_saysWhatDiffers() throws IOException {
        file("rules.yml", RULES);
        String tests = file("test.yml", """
                rule_files: [rules.yml]
                tests:
                  - name: one
                    input_series: [{series: lag, values: 7x3}]
                    promql_expr_test: [{expr: 'lag:max', eval_time: 1m, exp_samples: [{labels: 'lag:max', value: 8}]}]
                  - input_series: [{series: lag, values: 7x3}]
                    promql_expr_test: [{expr: 'lag:max', eval_time: 1m, exp_samples: [{labels: 'lag:max', value: 7}]}]
                """);
        assertThat(run("test", "rules", tests)).isEqualTo(1);
        assertThat(out.toString()).contains("1 passed, 1 failed");
        assertThat(err.toString()).contains("one: lag:max at 1m:").contains("- {__name__=\"lag:max\"} 8");
    }

    @Test
    void backtest_storedHistory_incidentsAndTimeline() throws IOException {
        StringBuilder page = new StringBuilder("# TYPE lag gauge\n");
        for (int i = 0; i < 240; i++) {
            page.append("lag ")
                    .append(i >= 60 && i < 100 ? 700 : 5)
                    .append(' ')
                    .append(1_000_000_000 + 60 * i)
                    .append('\n');
        }
        String store = directory.resolve("metrics").toString();
        assertThat(run("tsdb", "import", file("page.txt", page + "# EOF\n"), "--into", store))
                .isZero();

        int code = run(
                "rules",
                "backtest",
                file("rules.yml", RULES),
                "--store",
                store,
                "--from",
                "2001-09-09T01:46:40Z",
                "--to",
                "2001-09-09T05:46:40Z");
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString())
                .containsPattern("lag +Lag +240 +1 +0 +38m")
                .contains("·█", "█·")
                .containsPattern("FIRING FOR +VALUE +Lag");
    }

    @Test
    void backtest_badRuleFile_exitCodeTwo() throws IOException {
        assertThat(run("rules", "backtest", file("rules.yml", "groups: 1"), "--from", "1h"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("rules.yml:1: groups: ");
    }
}
