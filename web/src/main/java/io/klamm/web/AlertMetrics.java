package io.klamm.web;

import io.klamm.model.alert.ReceiverStatus;
import io.klamm.model.rule.ActiveAlert;
import io.klamm.model.rule.RuleGroupView;
import io.klamm.model.rule.RuleView;
import io.klamm.web.alerts.AlertDesk;
import io.klamm.web.alerts.AlertDoors;
import io.klamm.web.alerts.AlertState;
import io.klamm.web.alerts.RuleDesk;
import io.klamm.web.http.Json;
import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** The {@code klamm_*} metrics of alerts and rules; none where there is no alerting. */
final class AlertMetrics {

    private final AlertDoors doors;

    AlertMetrics(AlertDoors doors) {
        this.doors = doors;
    }

    void write(MetricSet metrics, Instant now) {
        doors.alerts().ifPresent(desk -> alerts(metrics, desk, now));
        doors.rules().ifPresent(desk -> rules(metrics, desk));
    }

    private static void alerts(MetricSet metrics, AlertDesk desk, Instant now) {
        Map<AlertState, Long> states = new EnumMap<>(AlertState.class);
        desk.alerts().forEach(alert -> states.merge(AlertState.of(alert, now), 1L, Long::sum));
        for (AlertState state : AlertState.values()) {
            metrics.count(
                    "klamm_alerts",
                    "Alerts that the notifier keeps, by how it stands with them.",
                    Labels.of("state", state.word()),
                    states.getOrDefault(state, 0L));
        }
        List<ReceiverStatus> receivers = desk.receivers();
        sums(receivers, ReceiverStatus.Channel::delivered)
                .forEach((labels, count) -> notifications(metrics, labels, "delivered", count));
        sums(receivers, ReceiverStatus.Channel::failedAttempts)
                .forEach((labels, count) -> notifications(metrics, labels, "failed", count));
        sums(receivers, ReceiverStatus.Channel::waiting)
                .forEach((labels, count) -> metrics.count(
                        "klamm_notifications_waiting",
                        "Messages that wait for their turn or for the next attempt.",
                        labels,
                        count));
        sums(receivers, ReceiverStatus.Channel::deadLetters)
                .forEach((labels, count) -> metrics.count(
                        "klamm_dead_letters",
                        "Messages that were given up and that nobody has looked at.",
                        labels,
                        count));
    }

    private static void notifications(MetricSet metrics, Labels labels, String outcome, long count) {
        metrics.counter(
                "klamm_notifications",
                "Attempts to deliver a message, by receiver, kind of channel and outcome.",
                labels.add("outcome", outcome),
                count);
    }

    /** A receiver may have several channels of a kind: their sum. */
    private static Map<Labels, Long> sums(
            List<ReceiverStatus> receivers, ToLongFunction<ReceiverStatus.Channel> number) {
        Map<Labels, Long> sums = new TreeMap<>();
        for (ReceiverStatus receiver : receivers) {
            for (ReceiverStatus.Channel channel : receiver.channels()) {
                Labels labels = Labels.of("kind", channel.kind(), "receiver", receiver.name());
                sums.merge(labels, number.applyAsLong(channel), Long::sum);
            }
        }
        return sums;
    }

    private static void rules(MetricSet metrics, RuleDesk desk) {
        List<RuleGroupView> groups = desk.groups();
        groups.forEach(group -> group(metrics, group));
        for (ActiveAlert.State state : ActiveAlert.State.values()) {
            metrics.count(
                    "klamm_rule_alerts",
                    "Alerts of our own rules that are pending or firing.",
                    Labels.of("state", state.name().toLowerCase(Locale.ROOT)),
                    groups.stream().mapToLong(group -> active(group, state)).sum());
        }
    }

    private static long active(RuleGroupView group, ActiveAlert.State state) {
        return group.rules().stream()
                .filter(RuleView.Alerting.class::isInstance)
                .flatMap(rule -> ((RuleView.Alerting) rule).alerts().stream())
                .filter(alert -> alert.state() == state)
                .count();
    }

    private static void group(MetricSet metrics, RuleGroupView group) {
        Labels labels = Labels.of("file", group.file(), "group", group.name());
        metrics.count(
                "klamm_rule_group_rules",
                "Rules of the group.",
                labels,
                group.rules().size());
        metrics.count(
                "klamm_rule_group_failing_rules",
                "Rules of the group whose last evaluation failed.",
                labels,
                group.rules().stream()
                        .filter(rule -> rule.health() == RuleView.Health.ERROR)
                        .count());
        metrics.gauge(
                "klamm_rule_group_interval_seconds",
                "How often the group is evaluated.",
                labels,
                Json.seconds(group.interval()));
        Instant last = group.lastEvaluation();
        if (last != null) {
            metrics.gauge(
                    "klamm_rule_group_last_evaluation_timestamp_seconds",
                    "When the group was last evaluated, in seconds since 1970.",
                    labels,
                    last.toEpochMilli() / 1000.0);
            metrics.gauge(
                    "klamm_rule_group_last_duration_seconds",
                    "How long the last evaluation of the group took.",
                    labels,
                    Json.seconds(group.evaluationTime()));
        }
    }
}
