package io.klamm.rules.backtest;

import io.klamm.model.rule.Backtest;
import io.klamm.promql.engine.Engine;
import io.klamm.promql.engine.EngineSettings;
import io.klamm.promql.value.QueryException;
import io.klamm.rules.alert.AlertTexts;
import io.klamm.rules.file.AlertingRule;
import io.klamm.rules.file.RecordingRule;
import io.klamm.rules.file.RuleFile;
import io.klamm.rules.file.RuleGroup;
import io.klamm.rules.group.Queries;
import io.klamm.rules.group.RuleSettings;
import io.klamm.rules.text.AlertTemplates;
import io.klamm.rules.text.PrometheusTexts;
import io.klamm.storage.Queryable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates rules over stored history, many steps with one query. Safe from any thread.
 *
 * <p>What the recording rules of the file give, from an hour before the span, is kept beside the history and hides what the history has of that name. Nothing is pending when the span begins, and data that
 * were missing count as they are.
 */
public final class Backtester {

    /** How often a rule is evaluated at most. */
    public static final long MOST_EVALUATIONS = 1_000_000;

    private static final Duration WARM_UP = Duration.ofHours(1);

    private final EngineSettings settings;
    private final Queryable history;
    private final RuleSettings rules;

    public Backtester(EngineSettings settings, Queryable history, RuleSettings rules) {
        this.settings = settings;
        this.history = history;
        this.rules = rules;
    }

    /**
     * What the alerting rules of a file would have done from {@code from} (included) to {@code to} (not included), in the order of the file.
     *
     * @throws IllegalArgumentException if the span is none or too long, or a rule cannot be evaluated
     */
    public List<Backtest> run(RuleFile file, Instant from, Instant to) throws InterruptedException {
        Overlay overlay = new Overlay(history);
        Engine engine = new Engine(settings, overlay, System::nanoTime);
        record(file, overlay, engine, from, to);
        AlertTexts texts = texts(new Queries(engine, overlay));
        List<Backtest> results = new ArrayList<>();
        for (RuleGroup group : file.groups()) {
            Steps steps = steps(group, from, to);
            for (AlertingRule rule : alerting(group)) {
                results.add(result(group, rule, engine, texts, steps));
            }
        }
        return results;
    }

    private void record(RuleFile file, Overlay overlay, Engine engine, Instant from, Instant to)
            throws InterruptedException {
        Map<RecordingRule, Steps> recordings = new LinkedHashMap<>();
        for (RuleGroup group : file.groups()) {
            Steps steps = steps(group, from.minus(WARM_UP), to);
            group.rules().stream()
                    .filter(RecordingRule.class::isInstance)
                    .forEach(rule -> recordings.put((RecordingRule) rule, steps));
        }
        recordings.keySet().forEach(rule -> overlay.hide(rule.name()));
        for (RecordingRule rule : Dependencies.ordered(recordings.keySet())) {
            Steps steps = recordings.get(rule);
            if (steps != null) {
                explained(rule.name(), () -> new Recording(rule, overlay).run(steps.ranges(rule.expr(), engine)));
            }
        }
    }

    private AlertTexts texts(Queries queries) {
        return new AlertTemplates(
                new PrometheusTexts(queries, rules.externalUrl()), rules.externalLabels(), rules.externalUrl());
    }

    private Backtest result(RuleGroup group, AlertingRule rule, Engine engine, AlertTexts texts, Steps steps)
            throws InterruptedException {
        Incidents incidents = new Incidents(rule, group.limit(), texts, rules.forState());
        explained(rule.name(), () -> incidents.run(steps.ranges(rule.expr(), engine), steps));
        return new Backtest(group.name(), rule.name(), steps.count(), incidents.found());
    }

    private static void explained(String rule, Part part) throws InterruptedException {
        try {
            part.run();
        } catch (QueryException e) {
            throw new IllegalArgumentException("rule " + rule + ": " + e.getMessage(), e);
        }
    }

    private interface Part {
        void run() throws InterruptedException;
    }

    private Steps steps(RuleGroup group, Instant from, Instant to) {
        return Steps.of(
                from,
                to,
                group.interval().orElse(rules.interval()),
                group.queryOffset().orElse(rules.queryOffset()));
    }

    private static List<AlertingRule> alerting(RuleGroup group) {
        return group.rules().stream()
                .filter(AlertingRule.class::isInstance)
                .map(AlertingRule.class::cast)
                .toList();
    }
}
