package io.klamm.web.prometheus;

import io.klamm.model.rule.ActiveAlert;
import io.klamm.model.rule.RuleGroupView;
import io.klamm.model.rule.RuleView;
import io.klamm.model.series.GoFloat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes groups, rules and alerts, each field in Prometheus's order. */
final class RuleJson {

    /** What Go writes for a time that is none. */
    private static final String NEVER = "0001-01-01T00:00:00Z";

    private RuleJson() {}

    static void group(JsonBytes json, RuleGroupView group, boolean withAlerts) {
        json.raw("{\"name\":")
                .text(group.name())
                .raw(",\"file\":")
                .text(group.file())
                .raw(",\"rules\":");
        TargetAnswers.array(json, group.rules(), (out, rule) -> rule(out, rule, withAlerts));
        json.raw(",\"interval\":")
                .raw(seconds(group.interval()))
                .raw(",\"limit\":")
                .number(group.limit())
                .raw(",\"evaluationTime\":")
                .raw(seconds(group.evaluationTime()))
                .raw(",\"lastEvaluation\":")
                .text(time(group.lastEvaluation()))
                .raw('}');
    }

    private static void rule(JsonBytes json, RuleView rule, boolean withAlerts) {
        if (rule instanceof RuleView.Alerting alerting) {
            alerting(json, alerting, withAlerts);
        } else {
            json.raw('{');
            names(json, rule);
            if (!rule.labels().isEmpty()) {
                json.raw(",\"labels\":").labels(rule.labels());
            }
            outcome(json, rule, "recording");
        }
    }

    private static void alerting(JsonBytes json, RuleView.Alerting rule, boolean withAlerts) {
        json.raw("{\"state\":").text(state(rule)).raw(',');
        names(json, rule);
        json.raw(",\"duration\":")
                .raw(seconds(rule.hold()))
                .raw(",\"keepFiringFor\":")
                .raw(seconds(rule.keepFiring()))
                .raw(",\"labels\":")
                .labels(rule.labels())
                .raw(",\"annotations\":");
        TreeJson.write(json, rule.annotations());
        json.raw(",\"alerts\":");
        TargetAnswers.array(json, withAlerts ? rule.alerts() : List.<ActiveAlert>of(), RuleJson::alert);
        outcome(json, rule, "alerting");
    }

    private static void names(JsonBytes json, RuleView rule) {
        json.raw("\"name\":").text(rule.name()).raw(",\"query\":").text(rule.query());
    }

    private static void outcome(JsonBytes json, RuleView rule, String type) {
        json.raw(",\"health\":").text(health(rule.health()));
        String lastError = rule.lastError();
        if (lastError != null) {
            json.raw(",\"lastError\":").text(lastError);
        }
        json.raw(",\"evaluationTime\":")
                .raw(seconds(rule.evaluationTime()))
                .raw(",\"lastEvaluation\":")
                .text(time(rule.lastEvaluation()))
                .raw(",\"type\":\"" + type + "\"}");
    }

    private static String health(RuleView.Health health) {
        return switch (health) {
            case UNKNOWN -> "unknown";
            case OK -> "ok";
            case ERROR -> "err";
        };
    }

    private static String state(RuleView.Alerting rule) {
        if (rule.lastEvaluation() == null) {
            return "unknown";
        }
        return rule.alerts().stream()
                .map(ActiveAlert::state)
                .max(Enum::compareTo)
                .map(RuleJson::word)
                .orElse("inactive");
    }

    private static String word(ActiveAlert.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static void alert(JsonBytes json, ActiveAlert alert) {
        json.raw("{\"labels\":").labels(alert.labels()).raw(",\"annotations\":");
        TreeJson.write(json, alert.annotations());
        json.raw(",\"state\":").text(word(alert.state())).raw(",\"activeAt\":").text(time(alert.activeAt()));
        Instant keptSince = alert.keepFiringSince();
        if (keptSince != null) {
            json.raw(",\"keepFiringSince\":").text(time(keptSince));
        }
        if (alert.dataMissing()) {
            // Klamm's own.
            json.raw(",\"dataMissing\":true");
        }
        json.raw(",\"value\":")
                .text(GoFloat.format(alert.value(), GoFloat.Form.SCIENTIFIC))
                .raw('}');
    }

    private static String seconds(Duration duration) {
        return GoFloat.format(duration.toNanos() / 1e9, GoFloat.Form.API);
    }

    private static String time(@Nullable Instant time) {
        return time == null ? NEVER : time.toString();
    }
}
