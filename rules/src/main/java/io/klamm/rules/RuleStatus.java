package io.klamm.rules;

import io.klamm.model.ComponentStatus;
import io.klamm.model.ComponentStatus.State;
import io.klamm.model.rule.ActiveAlert;
import io.klamm.model.rule.RuleGroupView;
import io.klamm.model.rule.RuleView;
import io.klamm.rules.group.GroupTotals;
import io.klamm.rules.group.RuleTally;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says how all groups together fare. */
final class RuleStatus {

    private RuleStatus() {}

    static ComponentStatus of(List<RuleGroupView> groups, List<GroupTotals> totals, RuleTally tally) {
        List<RuleView> rules =
                groups.stream().flatMap(group -> group.rules().stream()).toList();
        List<RuleView> failing = rules.stream()
                .filter(rule -> rule.health() == RuleView.Health.ERROR)
                .toList();
        Optional<GroupTotals> newest = totals.stream()
                .filter(one -> one.lastEvaluation() != null)
                .max(Comparator.comparing(one -> Objects.requireNonNull(one.lastEvaluation())));
        long runs = totals.stream().mapToLong(GroupTotals::iterations).sum();
        @Nullable Instant last = newest.map(GroupTotals::lastEvaluation).orElse(null);
        return new ComponentStatus(
                "rules",
                "rules",
                state(rules, failing, runs),
                last,
                failing.size() < rules.size() ? last : null,
                newest.map(GroupTotals::lastDuration).orElse(null),
                average(totals, runs),
                runs,
                totals.stream().mapToLong(GroupTotals::failures).sum(),
                counts(groups, rules),
                new TreeMap<>(),
                errors(totals, tally),
                failing.stream()
                        .findFirst()
                        .map(rule -> rule.name() + ": " + rule.lastError())
                        .orElse(null));
    }

    private static State state(List<RuleView> rules, List<RuleView> failing, long runs) {
        if (rules.isEmpty()) {
            return State.OK;
        }
        if (runs == 0) {
            return State.STARTING;
        }
        if (failing.isEmpty()) {
            return State.OK;
        }
        return failing.size() == rules.size() ? State.ERROR : State.WARNING;
    }

    private static @Nullable Duration average(List<GroupTotals> totals, long runs) {
        Duration all = totals.stream().map(GroupTotals::totalDuration).reduce(Duration.ZERO, Duration::plus);
        return runs == 0 ? null : all.dividedBy(runs);
    }

    private static SortedMap<String, Long> counts(List<RuleGroupView> groups, List<RuleView> rules) {
        List<ActiveAlert> alerts = rules.stream()
                .flatMap(rule ->
                        rule instanceof RuleView.Alerting alerting ? alerting.alerts().stream() : Stream.empty())
                .toList();
        SortedMap<String, Long> counts = new TreeMap<>();
        counts.put("groups", (long) groups.size());
        counts.put("rules", (long) rules.size());
        counts.put("pending", count(alerts, ActiveAlert.State.PENDING));
        counts.put("firing", count(alerts, ActiveAlert.State.FIRING));
        counts.put(
                "data missing", alerts.stream().filter(ActiveAlert::dataMissing).count());
        return counts;
    }

    private static long count(List<ActiveAlert> alerts, ActiveAlert.State state) {
        return alerts.stream().filter(alert -> alert.state() == state).count();
    }

    /** Only what there is. */
    private static SortedMap<String, Long> errors(List<GroupTotals> totals, RuleTally tally) {
        SortedMap<String, Long> errors = new TreeMap<>();
        errors.put(
                "evaluation", totals.stream().mapToLong(GroupTotals::failures).sum());
        errors.put(
                "evaluation left out",
                totals.stream().mapToLong(GroupTotals::missed).sum());
        errors.put("alerts not told", tally.sinkFailures());
        errors.put("sample refused", tally.samplesRefused());
        errors.values().removeIf(count -> count == 0);
        return errors;
    }
}
