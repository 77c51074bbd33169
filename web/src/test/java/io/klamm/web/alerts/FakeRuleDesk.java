package io.klamm.web.alerts;

import io.klamm.model.rule.ActiveAlert;
import io.klamm.model.rule.Backtest;
import io.klamm.model.rule.RuleGroupView;
import io.klamm.model.rule.RuleProblem;
import io.klamm.model.rule.RuleView;
import io.klamm.model.series.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/** Rules that stand still: two groups, of which one has an alert that is pending and one that fires. A text with the word bad has a problem; one with the word slow is never done. */
public final class FakeRuleDesk implements RuleDesk {

    public static final Instant AT = Instant.parse("2026-11-24T02:59:30.250Z");

    /** Down when a back-test of a slow text has begun, and when it was interrupted. */
    public final CountDownLatch begun = new CountDownLatch(1);

    public final CountDownLatch interrupted = new CountDownLatch(1);

    private String yaml = "";
    private int revision = 1;

    @Override
    public List<RuleGroupView> groups() {
        return List.of(
                group("kafka", "/etc/klamm/kafka.yml", List.of(lag(), recording())),
                group(
                        "own",
                        "own.yml",
                        List.of(
                                quiet(),
                                new RuleView.Recording(
                                        "job:up:sum",
                                        "sum(up)",
                                        Labels.EMPTY,
                                        RuleView.Health.UNKNOWN,
                                        null,
                                        null,
                                        Duration.ZERO))));
    }

    private static RuleGroupView group(String name, String file, List<RuleView> rules) {
        return new RuleGroupView(
                name, file, Duration.ofSeconds(15), Duration.ZERO, 0, AT, Duration.ofMillis(12), rules);
    }

    private static RuleView lag() {
        return new RuleView.Alerting(
                "Lag",
                "lag > 10",
                Duration.ofMinutes(5),
                Duration.ofMinutes(1),
                Labels.of("severity", "page"),
                new TreeMap<>(Map.of("summary", "{{ $value }}")),
                RuleView.Health.OK,
                null,
                AT,
                Duration.ofMillis(3),
                List.of(active("a", ActiveAlert.State.PENDING), active("b", ActiveAlert.State.FIRING)));
    }

    private static ActiveAlert active(String group, ActiveAlert.State state) {
        return new ActiveAlert(
                Labels.of("alertname", "Lag", "group", group, "severity", "page"),
                new TreeMap<>(Map.of("summary", "12")),
                state,
                state == ActiveAlert.State.FIRING ? 12.5 : 1,
                AT,
                state == ActiveAlert.State.FIRING ? AT : null,
                false);
    }

    private static RuleView recording() {
        return new RuleView.Recording(
                "job:lag:sum",
                "sum(lag)",
                Labels.of("team", "a"),
                RuleView.Health.ERROR,
                "too many samples",
                AT,
                Duration.ofMillis(2));
    }

    private static RuleView quiet() {
        return new RuleView.Alerting(
                "Quiet",
                "up == 0",
                Duration.ZERO,
                Duration.ZERO,
                Labels.EMPTY,
                new TreeMap<>(),
                RuleView.Health.OK,
                null,
                AT,
                Duration.ofMillis(1),
                List.of());
    }

    @Override
    public synchronized OwnRules own() {
        return new OwnRules(yaml, "r" + revision);
    }

    @Override
    public List<RuleProblem> check(String text) {
        return text.contains("bad") ? List.of(new RuleProblem(3, 7, "bad: word (expected: another)")) : List.of();
    }

    @Override
    public synchronized List<RuleProblem> save(String text, String of) {
        if (!of.equals("r" + revision)) {
            throw new ConcurrentModificationException("revision");
        }
        List<RuleProblem> problems = check(text);
        if (problems.isEmpty()) {
            yaml = text;
            revision++;
        }
        return problems;
    }

    @Override
    public List<Backtest> backtest(String text, Instant from, Instant to) throws InterruptedException {
        if (!check(text).isEmpty()) {
            throw new IllegalArgumentException("yaml: bad word (expected: another)");
        }
        if (text.contains("slow")) {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                interrupted.countDown();
            }
        }
        return List.of(new Backtest(
                "kafka",
                "Lag",
                240,
                List.of(
                        new Backtest.Incident(Labels.of("group", "a"), from, from.plusSeconds(60), to, Double.NaN),
                        new Backtest.Incident(Labels.of("group", "b"), from, null, null, 7))));
    }
}
