package io.klamm.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.ComponentStatus;
import io.klamm.model.alert.Alert;
import io.klamm.model.rule.ActiveAlert;
import io.klamm.model.rule.ActiveAlert.State;
import io.klamm.model.series.Labels;
import io.klamm.promql.engine.Engine;
import io.klamm.promql.engine.EngineSettings;
import io.klamm.rules.alert.AlertSink;
import io.klamm.rules.alert.DataHealth;
import io.klamm.rules.file.RuleFileOptions;
import io.klamm.rules.file.RuleFiles;
import io.klamm.rules.group.RuleSettings;
import io.klamm.storage.memory.MemoryStorage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RuleManagerTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final String LAG = """
            groups:
              - name: lag
                rules:
                  - alert: Lag
                    expr: lag > 100
                    for: 5m
                    labels: {severity: page}
                    annotations: {summary: lag is VALUE}
            """;

    private static final String KEEPING = LAG.replace("- name: lag", "- name: lag\n    keep_state_while_missing: true");

    private final RuleBench bench = new RuleBench();

    @Test
    void evaluate_aboveForLongEnough_pendingThenFiringThenResolved() {
        bench.start(LAG);
        bench.hold("lag", 150, MINUTE.multipliedBy(3), "group", "a");
        assertThat(bench.active()).extracting(ActiveAlert::state).containsExactly(State.PENDING);
        assertThat(bench.told()).isEmpty();

        bench.hold("lag", 150, MINUTE.multipliedBy(4), "group", "a");
        assertThat(bench.active()).extracting(ActiveAlert::state).containsExactly(State.FIRING);
        List<Alert> firing = bench.told();
        assertThat(firing).isNotEmpty();
        assertThat(firing.get(0).labels()).isEqualTo(Labels.of("alertname", "Lag", "group", "a", "severity", "page"));
        assertThat(firing.get(0).annotations()).containsEntry("summary", "lag is 150.0");
        assertThat(firing.get(0).generatorUrl()).isEqualTo("http://klamm/graph?g0.expr=lag+%3E+100&g0.tab=1");
        assertThat(Duration.between(
                        bench.active().get(0).activeAt(), firing.get(0).startsAt()))
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(firing).allMatch(alert -> !alert.resolvedAt(bench.now()));

        bench.hold("lag", 5, MINUTE, "group", "a");
        assertThat(bench.active()).isEmpty();
        List<Alert> resolved = bench.told();
        assertThat(resolved).allMatch(alert -> alert.resolvedAt(bench.now()));
        assertThat(resolved).hasSize(1);
    }

    @Test
    void evaluate_active_seriesOfStates() {
        bench.start(LAG);
        bench.hold("lag", 150, MINUTE.multipliedBy(2), "group", "a");
        Instant activeAt = bench.active().get(0).activeAt();
        assertThat(bench.query("ALERTS{alertname=\"Lag\", alertstate=\"pending\", severity=\"page\"}")
                        .size())
                .isEqualTo(1);
        assertThat(bench.query("ALERTS_FOR_STATE").value(0)).isEqualTo((double) activeAt.getEpochSecond());

        bench.hold("lag", 150, MINUTE.multipliedBy(5), "group", "a");
        assertThat(bench.query("ALERTS").labels(0).get("alertstate")).isEqualTo("firing");
        assertThat(bench.query("ALERTS").size()).isEqualTo(1);

        bench.hold("lag", 5, MINUTE, "group", "a");
        assertThat(bench.query("ALERTS").size()).isZero();
        assertThat(bench.query("ALERTS_FOR_STATE").size()).isZero();
    }

    @Test
    void evaluate_recordingRule_seriesAndItsEnd() {
        bench.start("groups: [{name: a, rules: [{record: 'lag:double', expr: lag * 2 > 10, labels: {x: y}}]}]");
        bench.hold("lag", 7, MINUTE, "group", "a");
        assertThat(bench.query("lag:double").labels(0))
                .isEqualTo(Labels.of("__name__", "lag:double", "group", "a", "x", "y"));
        assertThat(bench.query("lag:double").value(0)).isEqualTo(14);

        bench.hold("lag", 1, MINUTE, "group", "a");
        assertThat(bench.query("lag:double").size()).isZero();
    }

    @Test
    void evaluate_laterRule_seesWhatEarlierOneWrote() {
        bench.start("groups: [{name: a, rules: [{record: b, expr: lag}, {record: c, expr: b + 1}]}]");
        bench.hold("lag", 7, MINUTE);
        assertThat(bench.query("c").value(0)).isEqualTo(8);
        assertThat(bench.query("timestamp(b) == timestamp(c)").size()).isEqualTo(1);
    }

    @Test
    void evaluate_queryOffset_looksAndWritesEarlier() {
        bench.start("groups: [{name: a, query_offset: 2m, rules: [{record: b, expr: time()}]}]");
        bench.advance(MINUTE.multipliedBy(6));
        assertThat(bench.query("timestamp(b) - b").value(0)).isZero();
        assertThat(bench.query("time() - timestamp(b)").value(0)).isBetween(120.0, 180.0);
    }

    @Test
    void evaluate_moreThanLimit_errorAndNoAlert() {
        bench.start(LAG.replace("- name: lag", "- name: lag\n    limit: 1"));
        bench.set("lag", 500, "group", "a");
        bench.set("lag", 500, "group", "b");
        bench.advance(MINUTE);

        assertThat(bench.active()).isEmpty();
        assertThat(bench.manager().groups().get(0).rules().get(0).lastError())
                .isEqualTo("exceeded limit of 1 with 2 alerts");
        assertThat(bench.manager().status().state()).isEqualTo(ComponentStatus.State.ERROR);
    }

    @Test
    void evaluate_sameLabelsTwice_error() {
        bench.start(LAG.replace("severity: page", "group: one"));
        bench.set("lag", 500, "group", "a");
        bench.set("lag", 500, "group", "b");
        bench.advance(MINUTE);

        assertThat(bench.manager().groups().get(0).rules().get(0).lastError())
                .startsWith("vector contains metrics with the same labelset after applying alert labels");
    }

    @Test
    void evaluate_keepFiringFor_goesOnForSoLong() {
        bench.start(LAG.replace("for: 5m", "keep_firing_for: 3m"));
        bench.hold("lag", 150, MINUTE.multipliedBy(2));
        bench.hold("lag", 1, MINUTE.multipliedBy(2));
        assertThat(bench.active()).hasSize(1);
        assertThat(bench.active().get(0).keepFiringSince()).isNotNull();

        bench.hold("lag", 1, MINUTE.multipliedBy(3));
        assertThat(bench.active()).isEmpty();
    }

    @Test
    void tell_sinkBroken_toldWhenItWorks() {
        bench.start(LAG.replace("for: 5m", ""));
        bench.breakSink(true);
        bench.hold("lag", 150, MINUTE.multipliedBy(2));
        assertThat(bench.manager().status().errors()).containsKey("alerts not told");
        bench.hold("lag", 1, MINUTE.multipliedBy(1));
        bench.breakSink(false);
        bench.hold("lag", 1, MINUTE);

        assertThat(bench.told()).hasSize(1).allMatch(alert -> alert.resolvedAt(bench.now()));
    }

    @Test
    void restart_pending_clockGoesOn() {
        bench.start(LAG);
        bench.hold("lag", 150, MINUTE.multipliedBy(4));
        bench.restartAfter(Duration.ofSeconds(30));
        bench.hold("lag", 150, MINUTE.multipliedBy(3));

        assertThat(bench.active()).extracting(ActiveAlert::state).containsExactly(State.FIRING);
    }

    @Test
    void restart_pendingOfLongHold_gracePeriodIsLeft() {
        bench.start(LAG.replace("for: 5m", "for: 20m"));
        bench.hold("lag", 150, MINUTE.multipliedBy(18));
        bench.restartAfter(Duration.ofSeconds(30));
        bench.hold("lag", 150, MINUTE.multipliedBy(8));
        assertThat(bench.active()).extracting(ActiveAlert::state).containsExactly(State.PENDING);

        bench.hold("lag", 150, MINUTE.multipliedBy(4));
        assertThat(bench.active()).extracting(ActiveAlert::state).containsExactly(State.FIRING);
    }

    @Test
    void restart_firingAndStillSo_firesSinceThen() {
        bench.start(LAG);
        bench.hold("lag", 150, MINUTE.multipliedBy(8));
        Instant startsAt = bench.told().get(0).startsAt();
        bench.restartAfter(MINUTE);
        assertThat(bench.active()).extracting(ActiveAlert::state).containsExactly(State.FIRING);
        bench.hold("lag", 150, MINUTE.multipliedBy(2));

        assertThat(bench.told()).isNotEmpty().allMatch(alert -> alert.startsAt().equals(startsAt));
    }

    @Test
    void restart_reasonGoneMeanwhile_resolvedIsTold() {
        bench.start(LAG);
        bench.hold("lag", 150, MINUTE.multipliedBy(8), "group", "a");
        bench.told();
        bench.restartAfter(MINUTE);
        bench.hold("lag", 3, MINUTE, "group", "a");

        List<Alert> told = bench.told();
        assertThat(told).hasSize(1).allMatch(alert -> alert.resolvedAt(bench.now()));
        assertThat(told.get(0).annotations()).containsEntry("summary", "lag is 150.0");
    }

    @Test
    void restart_afterMoreThanAnHour_beginsAnew() {
        bench.start(LAG);
        bench.hold("lag", 150, MINUTE.multipliedBy(8));
        bench.restartAfter(Duration.ofHours(2));
        assertThat(bench.active()).isEmpty();
    }

    @Test
    void restart_twoRulesOfOneName_eachGoesOnWithItsOwn() {
        String two = LAG
                + LAG.replace("groups:\n", "")
                        .replace("name: lag", "name: more")
                        .replace("lag > 100", "rate_of > 1");
        bench.start(two);
        bench.hold("lag", 150, MINUTE.multipliedBy(8), "group", "a");
        bench.told();
        bench.restartAfter(MINUTE);
        assertThat(bench.active()).hasSize(1);
        bench.hold("lag", 150, MINUTE.multipliedBy(2), "group", "a");

        assertThat(bench.told()).isNotEmpty().noneMatch(alert -> alert.resolvedAt(bench.now()));
    }

    @Test
    void missing_dataNotCurrent_firingIsKeptThenResolvedWhenKnown() {
        bench.start(KEEPING);
        bench.hold("lag", 150, MINUTE.multipliedBy(8));
        bench.told();
        bench.health((labels, at) -> false);
        bench.advance(MINUTE.multipliedBy(30));
        assertThat(bench.active()).hasSize(1).allMatch(ActiveAlert::dataMissing);
        assertThat(bench.told()).last().matches(alert -> !alert.resolvedAt(bench.now()));

        bench.health((labels, at) -> true);
        bench.advance(MINUTE);
        assertThat(bench.active()).isEmpty();
        assertThat(bench.told()).hasSize(1).allMatch(alert -> alert.resolvedAt(bench.now()));
    }

    @Test
    void missing_valueIsKnownToBeLow_resolvedAlthoughDataAreOld() {
        bench.start(KEEPING);
        bench.hold("lag", 150, MINUTE.multipliedBy(8));
        bench.health((labels, at) -> false);
        bench.hold("lag", 3, MINUTE);

        assertThat(bench.active()).isEmpty();
    }

    /** Three minutes of data, five in which the last sample still counts, and two after the gap: less than twelve. */
    @Test
    void missing_pending_clockStandsStill() {
        bench.start(KEEPING.replace("for: 5m", "for: 12m"));
        bench.hold("lag", 150, MINUTE.multipliedBy(3));
        bench.health((labels, at) -> false);
        bench.advance(MINUTE.multipliedBy(20));
        assertThat(bench.active()).extracting(ActiveAlert::state).containsExactly(State.PENDING);
        assertThat(bench.active()).allMatch(ActiveAlert::dataMissing);

        bench.health((labels, at) -> true);
        bench.hold("lag", 150, MINUTE.multipliedBy(2));
        assertThat(bench.active()).extracting(ActiveAlert::state).containsExactly(State.PENDING);
    }

    @Test
    void missing_withoutTheKey_resolved() {
        bench.start(LAG);
        bench.hold("lag", 150, MINUTE.multipliedBy(8));
        bench.health((labels, at) -> false);
        bench.advance(MINUTE.multipliedBy(7));
        assertThat(bench.active()).isEmpty();
    }

    @Test
    void apply_unchangedRuleInChangedGroup_alertGoesOn() {
        bench.start(LAG);
        bench.hold("lag", 150, MINUTE.multipliedBy(4));
        Instant activeAt = bench.active().get(0).activeAt();
        bench.reload(LAG + "      - {record: x, expr: 1}\n");
        bench.hold("lag", 150, MINUTE.multipliedBy(3));

        assertThat(bench.active()).extracting(ActiveAlert::activeAt).containsExactly(activeAt);
        assertThat(bench.active()).extracting(ActiveAlert::state).containsExactly(State.FIRING);
    }

    @Test
    void apply_groupRenamed_alertGoesOn() {
        bench.start(LAG);
        bench.hold("lag", 150, MINUTE.multipliedBy(8));
        bench.told();
        bench.reload(LAG.replace("name: lag", "name: other"));
        assertThat(bench.told()).isEmpty();
        assertThat(bench.active()).extracting(ActiveAlert::state).containsExactly(State.FIRING);
    }

    @Test
    void apply_ruleGone_resolvedAndItsSeriesEnd() {
        bench.start(LAG);
        bench.hold("lag", 150, MINUTE.multipliedBy(8));
        bench.told();
        bench.advance(Duration.ofSeconds(1));
        bench.reload("groups: []");

        assertThat(bench.told()).hasSize(1).allMatch(alert -> alert.resolvedAt(bench.now()));
        assertThat(bench.query("ALERTS").size()).isZero();
    }

    @Test
    void apply_oneRuleOfGroupGone_resolvedAtNextEvaluation() {
        bench.start(LAG + "      - {record: x, expr: 1}\n");
        bench.hold("lag", 150, MINUTE.multipliedBy(8));
        bench.told();
        bench.reload("groups: [{name: lag, rules: [{record: x, expr: 1}]}]");
        bench.advance(MINUTE);

        assertThat(bench.told()).hasSize(1).allMatch(alert -> alert.resolvedAt(bench.now()));
        assertThat(bench.query("ALERTS").size()).isZero();
        assertThat(bench.query("x").size()).isEqualTo(1);
    }

    @Test
    void groups_beforeFirstEvaluation_unknown() {
        bench.start(LAG);
        assertThat(bench.manager().status().state()).isEqualTo(ComponentStatus.State.STARTING);
        assertThat(bench.manager().groups().get(0).lastEvaluation()).isNull();
        bench.advance(MINUTE);
        assertThat(bench.manager().status().state()).isEqualTo(ComponentStatus.State.OK);
        assertThat(bench.manager().status().counts()).containsEntry("rules", 1L);
    }

    /** With real threads and a real clock: an evaluation comes by itself. */
    @Test
    void over_ownThreads_evaluatesByItself() throws InterruptedException {
        MemoryStorage store = new MemoryStorage();
        Engine engine = new Engine(EngineSettings.standard(), store, System::nanoTime);
        CountDownLatch told = new CountDownLatch(1);
        AlertSink sink = alerts -> {
            if ("1.5k".equals(alerts.get(0).annotations().get("summary"))) {
                told.countDown();
            }
        };
        RuleSettings settings = RuleSettings.STANDARD.withInterval(Duration.ofMillis(20));
        try (RuleManager manager =
                RuleManager.over(settings, engine, store, store, sink, DataHealth.ALWAYS, Clock.systemUTC())) {
            manager.apply(List.of(RuleFiles.parse(
                            "rules.yml",
                            "groups: [{name: a, rules: [{alert: A, expr: vector(1500), annotations: {summary: '{{ $value | humanize }}'}}]}]",
                            RuleFileOptions.STANDARD)
                    .orThrow()));
            manager.start();
            assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
