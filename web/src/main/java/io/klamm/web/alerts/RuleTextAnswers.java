package io.klamm.web.alerts;

import io.klamm.model.rule.RuleProblem;
import io.klamm.web.http.Answer;
import io.klamm.web.http.ApiError;
import io.klamm.web.http.Json;
import io.klamm.web.http.JsonBody;
import io.klamm.web.http.Refused;
import io.klamm.web.http.Request;
import java.time.Instant;
import java.util.ConcurrentModificationException;
import java.util.List;

/** Answers what is asked of the rule file that people change, and of texts that might become it. */
final class RuleTextAnswers {

    private final RuleDesk desk;

    RuleTextAnswers(RuleDesk desk) {
        this.desk = desk;
    }

    Answer own() {
        RuleDesk.OwnRules own = desk.own();
        return json(200, json -> {
            json.writeStartObject();
            json.writeStringField("yaml", own.yaml());
            json.writeStringField("revision", own.revision());
            json.writeEndObject();
        });
    }

    Answer save(Request request) throws Refused {
        JsonBody body = JsonBody.of(request);
        try {
            List<RuleProblem> problems = desk.save(body.text("yaml"), body.text("revision"));
            return problems.isEmpty() ? saved() : refused(problems);
        } catch (ConcurrentModificationException e) {
            throw new Refused(new ApiError(
                    409,
                    "conflict",
                    "revision: " + body.text("revision") + " (expected: the newest; somebody else has saved since)",
                    "read /api/klamm/v1/rules/own again"));
        }
    }

    private Answer saved() {
        String revision = desk.own().revision();
        return json(200, json -> {
            json.writeStartObject();
            json.writeStringField("revision", revision);
            json.writeEndObject();
        });
    }

    private static Answer refused(List<RuleProblem> problems) {
        return json(400, json -> {
            json.writeStartObject();
            json.writeStringField("code", "bad_request");
            json.writeStringField("message", "yaml: " + problems.get(0).message());
            Json.array(json, "problems", problems, BacktestJson::problem);
            json.writeEndObject();
        });
    }

    Answer check(Request request) throws Refused {
        List<RuleProblem> problems = desk.check(JsonBody.of(request).text("yaml"));
        return json(200, json -> {
            json.writeStartObject();
            Json.array(json, "problems", problems, BacktestJson::problem);
            json.writeEndObject();
        });
    }

    Answer backtest(Request request) throws Refused, InterruptedException {
        JsonBody body = JsonBody.of(request);
        Instant from = TimeText.of("from", body.text("from"));
        Instant to = TimeText.of("to", body.text("to"));
        try {
            var rules = desk.backtest(body.text("yaml"), from, to);
            return json(200, json -> {
                json.writeStartObject();
                Json.array(json, "rules", rules, BacktestJson::rule);
                json.writeEndObject();
            });
        } catch (IllegalArgumentException e) {
            throw new Refused(ApiError.badRequest(String.valueOf(e.getMessage())));
        }
    }

    private static Answer json(int status, Json.Body body) {
        return Answer.of(status, Answer.JSON, Json.write(body));
    }
}
