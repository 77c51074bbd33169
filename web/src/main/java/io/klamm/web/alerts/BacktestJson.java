package io.klamm.web.alerts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.klamm.model.rule.Backtest;
import io.klamm.model.rule.RuleProblem;
import io.klamm.model.series.GoFloat;
import io.klamm.web.http.Json;
import java.io.IOException;
import java.util.List;

/** Writes what is wrong with rules, and what they would have done. */
final class BacktestJson {

    private static final int MOST = 1_000;

    private BacktestJson() {}

    static void problem(JsonGenerator json, RuleProblem problem) throws IOException {
        json.writeStartObject();
        json.writeNumberField("line", problem.line());
        json.writeNumberField("column", problem.column());
        json.writeStringField("message", problem.message());
        json.writeEndObject();
    }

    static void rule(JsonGenerator json, Backtest rule) throws IOException {
        List<Backtest.Incident> all = rule.incidents();
        json.writeStartObject();
        json.writeStringField("group", rule.group());
        json.writeStringField("alert", rule.alert());
        json.writeNumberField("evaluations", rule.evaluations());
        json.writeNumberField("fired", rule.fired());
        Json.array(json, "incidents", all.subList(0, Math.min(MOST, all.size())), BacktestJson::incident);
        json.writeBooleanField("truncated", all.size() > MOST);
        json.writeEndObject();
    }

    private static void incident(JsonGenerator json, Backtest.Incident incident) throws IOException {
        json.writeStartObject();
        AlertJson.labels(json, "labels", incident.labels());
        Json.time(json, "pendingAt", incident.pendingAt());
        Json.time(json, "firingAt", incident.firingAt());
        Json.time(json, "resolvedAt", incident.resolvedAt());
        json.writeStringField("value", GoFloat.format(incident.value(), GoFloat.Form.API));
        json.writeEndObject();
    }
}
