package io.klamm.cmd;

import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.model.rule.Backtest;
import io.klamm.model.rule.Backtest.Incident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a running server says that rules would have done. */
final class ServedBacktest {

    private ServedBacktest() {}

    static List<Backtest> of(JsonNode answer) {
        List<Backtest> results = new ArrayList<>();
        answer.path("rules").forEach(rule -> {
            List<Incident> incidents = new ArrayList<>();
            rule.path("incidents").forEach(incident -> incidents.add(incident(incident)));
            results.add(new Backtest(
                    rule.path("group").asText(),
                    rule.path("alert").asText(),
                    rule.path("evaluations").asLong(),
                    incidents));
        });
        return results;
    }

    private static Incident incident(JsonNode row) {
        Instant pending = time(row.path("pendingAt"));
        return new Incident(
                ServedAlerts.labels(row.path("labels")),
                pending == null ? Instant.EPOCH : pending,
                time(row.path("firingAt")),
                time(row.path("resolvedAt")),
                value(row.path("value").asText()));
    }

    private static @Nullable Instant time(JsonNode value) {
        return value.isTextual() ? Instant.parse(value.asText()) : null;
    }

    private static double value(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            case "", "NaN" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }
}
