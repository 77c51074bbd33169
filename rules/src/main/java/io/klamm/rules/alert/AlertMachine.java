package io.klamm.rules.alert;

import io.klamm.model.alert.Alert;
import io.klamm.model.rule.ActiveAlert;
import io.klamm.model.series.Labels;
import io.klamm.rules.file.AlertingRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The alerts of one rule and how they change with each evaluation: pending until it has been so for long enough, then firing, then resolved, and told as such for a while. For one thread at a time.
 */
public final class AlertMachine {

    /** How long a resolved alert is told as such. */
    private static final Duration RESOLVED_RETENTION = Duration.ofMinutes(15);

    private static final int VALID = 4;

    private final AlertingRule rule;
    private final ForState forState;
    private final TreeMap<Labels, LiveAlert> alerts = new TreeMap<>();

    public AlertMachine(AlertingRule rule, ForState forState) {
        this.rule = rule;
        this.forState = forState;
    }

    /** Goes on with what was before the program ended; before the first evaluation. */
    public void restore(List<Remembered> remembered) {
        remembered.forEach(alert -> alerts.put(alert.alert().labels(), new LiveAlert(alert)));
    }

    /** Goes on with the alerts of a rule that this one takes the place of. */
    public void adopt(AlertMachine old) {
        alerts.putAll(old.alerts);
    }

    /**
     * Takes the result of an evaluation.
     *
     * @param limit the most alerts that may be active; 0 for any number
     * @throws RuleException if there are more; then there is none any more
     */
    public void evaluate(List<Candidate> result, Instant at, Absence absence, int limit) {
        Set<Labels> given = new HashSet<>();
        for (Candidate candidate : result) {
            given.add(candidate.labels());
            LiveAlert known = alerts.get(candidate.labels());
            if (known == null || known.resolved()) {
                alerts.put(candidate.labels(), new LiveAlert(candidate, at));
            } else {
                known.seen(candidate, at, rule.hold(), forState);
            }
        }
        Iterator<LiveAlert> all = alerts.values().iterator();
        while (all.hasNext()) {
            LiveAlert alert = all.next();
            if (!given.contains(alert.labels()) && over(alert, at, absence)) {
                all.remove();
            }
        }
        refuseMore(limit);
        alerts.values().stream()
                .filter(alert -> given.contains(alert.labels()))
                .forEach(alert -> alert.fireAfter(rule.hold(), at));
    }

    /** Whether nothing is left to say of an alert that is no longer given. */
    private boolean over(LiveAlert alert, Instant at, Absence absence) {
        if (alert.resolved()) {
            return alert.resolvedFor(RESOLVED_RETENTION, at);
        }
        if (absence.holds(alert.labels(), alert.source())) {
            alert.held(at);
            return false;
        }
        if (alert.firing()) {
            alert.vanished(rule.keepFiring(), at);
        }
        return alert.pending();
    }

    private void refuseMore(int limit) {
        long active =
                alerts.values().stream().filter(alert -> !alert.resolved()).count();
        if (limit > 0 && active > limit) {
            alerts.clear();
            throw new RuleException("exceeded limit of " + limit + " with " + active + " alerts");
        }
    }

    /** The rule is gone: what fires is resolved, what is pending is forgotten. */
    public void retire(Instant at) {
        alerts.values().removeIf(LiveAlert::pending);
        alerts.values().stream().filter(LiveAlert::firing).forEach(alert -> alert.resolve(at));
    }

    /**
     * What is to be told now: what fires or was resolved since it was last told, or was last told longer ago than {@code resend}.
     *
     * @param interval between two evaluations; with {@code resend} it says for how long the word is good
     * @param url where the alert can be looked at
     */
    public List<Alert> due(Instant at, Duration resend, Duration interval, String url) {
        Duration longer = interval.compareTo(resend) > 0 ? interval : resend;
        Instant validUntil = at.plus(longer.multipliedBy(VALID));
        return alerts.values().stream()
                .filter(alert -> alert.due(at, resend))
                .map(alert -> alert.alert(validUntil, url))
                .toList();
    }

    /** What {@link #due} gave for this time has been told. */
    public void told(Instant at, Duration resend) {
        alerts.values().stream().filter(alert -> alert.due(at, resend)).forEach(alert -> alert.told(at));
    }

    /** The series that tell of what is pending or firing: {@code ALERTS} and {@code ALERTS_FOR_STATE}. */
    public List<RuleSample> samples() {
        List<RuleSample> samples = new ArrayList<>();
        for (LiveAlert alert : alerts.values()) {
            if (!alert.resolved()) {
                samples.add(new RuleSample(StateSeries.alerts(alert.labels(), alert.firing()), 1));
                samples.add(new RuleSample(
                        StateSeries.forState(alert.labels()), alert.activeAt().getEpochSecond()));
            }
        }
        return samples;
    }

    /** What is pending or firing, by labels. */
    public List<ActiveAlert> active() {
        return alerts.values().stream()
                .filter(alert -> !alert.resolved())
                .map(LiveAlert::view)
                .toList();
    }
}
