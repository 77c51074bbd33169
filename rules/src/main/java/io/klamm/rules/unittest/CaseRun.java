package io.klamm.rules.unittest;

import io.klamm.config.Durations;
import io.klamm.model.rule.ActiveAlert;
import io.klamm.model.rule.RuleGroupView;
import io.klamm.model.rule.RuleView;
import io.klamm.promql.engine.Engine;
import io.klamm.promql.engine.EngineSettings;
import io.klamm.promql.parser.ParserOptions;
import io.klamm.promql.value.ErrorKind;
import io.klamm.promql.value.QueryException;
import io.klamm.rules.alert.DataHealth;
import io.klamm.rules.alert.RuleException;
import io.klamm.rules.file.RuleFile;
import io.klamm.rules.group.GroupRunner;
import io.klamm.rules.group.Queries;
import io.klamm.rules.group.RuleParts;
import io.klamm.rules.group.RuleSettings;
import io.klamm.rules.group.RuleTally;
import io.klamm.rules.text.AlertTemplates;
import io.klamm.rules.text.PrometheusTexts;
import io.klamm.rules.unittest.TestCase.AlertTest;
import io.klamm.rules.unittest.TestCase.ExprTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs one test. */
final class CaseRun {

    private final TestFile file;
    private final TestCase test;
    private final TestStore store;
    private final Queries queries;
    private final List<GroupRunner> groups;
    private final Comparison comparison;
    private final List<String> failures = new ArrayList<>();
    private final List<String> unsupported = new ArrayList<>();

    CaseRun(TestFile file, TestCase test, List<RuleFile> rules, ParserOptions parser) {
        this.file = file;
        this.test = test;
        this.store = new TestStore(test);
        long interval = file.interval().toMillis();
        EngineSettings settings =
                EngineSettings.standard().withDefaultStep(range -> interval).withParser(parser);
        this.queries = new Queries(new Engine(settings, store, System::nanoTime), store);
        this.groups = groups(rules);
        this.comparison = new Comparison(file.fuzzy());
    }

    private List<GroupRunner> groups(List<RuleFile> rules) {
        RuleParts parts = new RuleParts(
                RuleSettings.STANDARD.withInterval(test.interval()).withExternalUrl(test.externalUrl()),
                queries,
                store,
                alerts -> {},
                DataHealth.ALWAYS,
                new AlertTemplates(
                        new PrometheusTexts(queries, test.externalUrl()), test.externalLabels(), test.externalUrl()),
                new RuleTally(),
                System::nanoTime);
        return rules.stream()
                .flatMap(one -> one.groups().stream().map(group -> new GroupRunner(one.name(), group, parts)))
                .sorted(Comparator.comparingInt(
                        runner -> file.groupOrder().indexOf(runner.group().name())))
                .toList();
    }

    CaseResult result(String name) {
        if (evaluatesWell()) {
            test.expressions().forEach(this::compare);
        }
        groups.forEach(GroupRunner::close);
        return new CaseResult(name, failures, unsupported);
    }

    /** Evaluates all rules from the first time to the last, comparing alerts on the way; false once a rule fails, for then nothing after it counts. */
    private boolean evaluatesWell() {
        Instant end = test.start().plus(test.length());
        for (Instant at = test.start(); !at.isAfter(end); at = at.plus(file.interval())) {
            store.loadUntil(at);
            for (GroupRunner group : groups) {
                group.evaluate(at);
                if (failed(group.view(), at)) {
                    return false;
                }
            }
            compareAlerts(at);
        }
        store.loadUntil(end);
        return true;
    }

    private boolean failed(RuleGroupView group, Instant at) {
        List<String> errors = group.rules().stream()
                .filter(rule -> rule.lastError() != null)
                .map(rule -> "rule " + rule.name() + " at " + since(at) + ": " + rule.lastError())
                .toList();
        (store.refused() > 0 ? unsupported : failures).addAll(errors);
        return !errors.isEmpty();
    }

    /** Alerts of times up to the next evaluation are as they were at this one. */
    private void compareAlerts(Instant at) {
        Duration now = Duration.between(test.start(), at);
        for (AlertTest wanted : test.alerts()) {
            if (now.compareTo(wanted.at()) <= 0 && wanted.at().compareTo(now.plus(file.interval())) < 0) {
                List<String> lines = comparison.alerts(wanted.expected(), firing(wanted.alertName()));
                note("alert " + wanted.alertName() + " at " + Durations.text(wanted.at()), lines);
            }
        }
    }

    private List<ActiveAlert> firing(String name) {
        return groups.stream()
                .flatMap(group -> group.view().rules().stream())
                .filter(rule -> rule.name().equals(name))
                .flatMap(rule ->
                        rule instanceof RuleView.Alerting alerting ? alerting.alerts().stream() : Stream.empty())
                .filter(alert -> alert.state() == ActiveAlert.State.FIRING)
                .toList();
    }

    private void compare(ExprTest wanted) {
        String what = wanted.expr() + " at " + Durations.text(wanted.at());
        if (wanted.histograms()) {
            unsupported.add(what + ": native histograms are not supported yet");
            return;
        }
        try {
            Instant at = test.start().plus(wanted.at());
            note(what, comparison.samples(wanted.expected(), queries.at(wanted.expr(), at)));
        } catch (QueryException e) {
            (e.kind() == ErrorKind.UNSUPPORTED ? unsupported : failures).add(what + ": " + e.getMessage());
        } catch (RuleException e) {
            failures.add(what + ": " + e.getMessage());
        }
    }

    private void note(String what, List<String> differences) {
        if (!differences.isEmpty()) {
            failures.add(what + ":\n    " + String.join("\n    ", differences));
        }
    }

    private String since(Instant at) {
        return Durations.text(Duration.between(test.start(), at));
    }
}
