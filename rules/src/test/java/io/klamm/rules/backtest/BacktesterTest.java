package io.klamm.rules.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.model.rule.Backtest;
import io.klamm.model.rule.Backtest.Incident;
import io.klamm.model.series.Labels;
import io.klamm.promql.engine.EngineSettings;
import io.klamm.rules.file.RuleFileOptions;
import io.klamm.rules.file.RuleFiles;
import io.klamm.rules.group.RuleSettings;
import io.klamm.storage.Appender;
import io.klamm.storage.memory.MemoryStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BacktesterTest {

    private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");

    private final MemoryStorage history = new MemoryStorage();

    @Test
    void run_aboveTwice_twoIncidents() throws InterruptedException {
        lag(minute -> (minute >= 100 && minute < 130) || (minute >= 700 && minute < 702) || minute >= 900 ? 500 : 1);
        Backtest backtest = run("groups: [{name: g, rules: [{alert: Lag, expr: lag > 100, for: 5m}]}]", 1000)
                .get(0);

        assertThat(backtest.group()).isEqualTo("g");
        assertThat(backtest.evaluations()).isEqualTo(1000);
        assertThat(backtest.fired()).isEqualTo(2);
        assertThat(backtest.incidents())
                .containsExactly(
                        incident(100, 105, 130, 500), incident(700, null, 702, 500), incident(900, 905, null, 500));
    }

    @Test
    void run_recordingRuleOfSameText_feedsAlert() throws InterruptedException {
        lag(minute -> minute >= 600 && minute < 650 ? 500 : 1);
        String rules = """
                groups:
                  - name: alerts
                    rules: [{alert: Lag, expr: 'lag:double > 900'}]
                  - name: records
                    rules: [{record: 'lag:double', expr: 'lag:some * 2'}, {record: 'lag:some', expr: lag > 5}]
                """;
        Backtest backtest = run(rules, 1000).get(0);

        assertThat(backtest.incidents()).containsExactly(incident(600, 600, 650, 1000));
    }

    @Test
    void run_recordedNameIsInHistoryToo_textsRuleCounts() throws InterruptedException {
        lag(minute -> 500);
        Backtest backtest = run(
                        "groups: [{name: g, rules: [{record: lag, expr: vector(1)}, {alert: Lag, expr: lag > 100}]}]",
                        100)
                .get(0);

        assertThat(backtest.incidents()).isEmpty();
    }

    @Test
    void run_queryOffset_seesItLater() throws InterruptedException {
        lag(minute -> minute >= 50 && minute < 60 ? 500 : 1);
        Backtest backtest = run("groups: [{name: g, query_offset: 2m, rules: [{alert: Lag, expr: lag > 100}]}]", 100)
                .get(0);

        assertThat(backtest.incidents()).containsExactly(incident(52, 52, 62, 500));
    }

    @Test
    void run_intervalOfGroup_fewerEvaluations() throws InterruptedException {
        lag(minute -> 500);
        assertThat(run("groups: [{name: g, interval: 5m, rules: [{alert: Lag, expr: lag > 100}]}]", 100)
                        .get(0)
                        .evaluations())
                .isEqualTo(20);
    }

    @Test
    void run_ruleThatCannotBeEvaluated_namedInError() {
        lag(minute -> 500);
        assertThatThrownBy(() -> run(
                        "groups: [{name: g, rules: [{alert: Lag, expr: 'lag + on () {__name__=~\"lag|more\"}'}]}]", 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("rule Lag: ");
    }

    @Test
    void run_endBeforeBegin_refused() {
        assertThatThrownBy(() -> run("groups: [{name: g, rules: [{alert: Lag, expr: lag}]}]", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: an end after its begin");
    }

    private interface Value {
        double at(int minute);
    }

    private void lag(Value value) {
        try (Appender appender = history.appender("test")) {
            for (int minute = 0; minute < 1100; minute++) {
                appender.begin(START.plusSeconds(60L * minute).toEpochMilli());
                appender.append(appender.series(Labels.of(Labels.NAME, "lag", "group", "a")), value.at(minute));
                appender.append(appender.series(Labels.of(Labels.NAME, "more", "group", "a")), 1);
                appender.commit();
            }
        }
    }

    private List<Backtest> run(String yaml, int minutes) throws InterruptedException {
        return new Backtester(EngineSettings.standard(), history, RuleSettings.STANDARD)
                .run(
                        RuleFiles.parse("rules", yaml, RuleFileOptions.STANDARD).orThrow(),
                        START,
                        START.plus(Duration.ofMinutes(minutes)));
    }

    private static Incident incident(int pending, @Nullable Integer firing, @Nullable Integer resolved, double value) {
        return new Incident(
                Labels.of("alertname", "Lag", "group", "a"),
                minute(pending),
                firing == null ? null : minute(firing),
                resolved == null ? null : minute(resolved),
                value);
    }

    private static Instant minute(int minute) {
        return START.plusSeconds(60L * minute);
    }
}
