package io.klamm.web.alerts;

import io.klamm.model.alert.AlertEvent;
import io.klamm.web.http.Answer;
import io.klamm.web.http.ApiError;
import io.klamm.web.http.Json;
import io.klamm.web.http.Query;
import io.klamm.web.http.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Answers what Klamm itself is asked of its notifier. */
final class AlertAnswers {

    private static final int MOST_EVENTS = 10_000;
    private static final Duration USUAL_SPAN = Duration.ofDays(1);

    private final AlertDesk desk;
    private final Clock clock;

    AlertAnswers(AlertDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    Answer list(String what, Query query) throws Refused {
        return switch (what) {
            case "history" -> history(query);
            case "groups" -> GroupPage.of(query, clock.instant()).answer(desk.groups());
            case "receivers" -> plain(query, receivers());
            case "dead-letters" -> plain(query, deadLetters());
            case "config" -> plain(query, config());
            default -> throw Unknown.path();
        };
    }

    private static Answer plain(Query query, Json.Body body) throws Refused {
        query.allowOnly();
        return json(body);
    }

    private static Answer json(Json.Body body) {
        return Answer.of(200, Answer.JSON, Json.write(body));
    }

    private Answer history(Query query) throws Refused {
        query.allowOnly("from", "to");
        Instant to = TimeText.of("to", query.text("to"), clock.instant());
        Instant from = TimeText.of("from", query.text("from"), to.minus(USUAL_SPAN));
        if (from.isAfter(to)) {
            throw new Refused(ApiError.badRequest("from: " + from + " (expected: not after to, " + to + ")"));
        }
        List<AlertEvent> events = desk.history(from, to);
        List<AlertEvent> newest = events.subList(Math.max(0, events.size() - MOST_EVENTS), events.size());
        return json(json -> {
            json.writeStartObject();
            Json.array(json, "events", newest, AlertJson::event);
            json.writeBooleanField("truncated", newest.size() < events.size());
            json.writeEndObject();
        });
    }

    private Json.Body receivers() {
        return json -> {
            json.writeStartObject();
            Json.array(json, "receivers", desk.receivers(), ReceiverJson::receiver);
            json.writeEndObject();
        };
    }

    private Json.Body deadLetters() {
        return json -> {
            json.writeStartObject();
            Json.array(json, "deadLetters", desk.deadLetters(), ReceiverJson::deadLetter);
            json.writeEndObject();
        };
    }

    private Json.Body config() {
        return json -> {
            json.writeStartObject();
            json.writeStringField("yaml", desk.configuration());
            json.writeEndObject();
        };
    }

    Answer drop(String id) throws Refused {
        return done(desk.drop(id), id);
    }

    Answer retry(String id) throws Refused {
        return done(desk.retry(id), id);
    }

    private static Answer done(boolean found, String id) throws Refused {
        if (!found) {
            throw Unknown.name("dead-letter", id, "the id of a message that was given up");
        }
        return Answer.of(204, Answer.JSON, new byte[0]);
    }

    Answer test(String receiver) throws Refused {
        if (desk.receivers().stream().noneMatch(one -> one.name().equals(receiver))) {
            throw Unknown.name("receiver", receiver, "one of the configuration");
        }
        List<String> results = desk.test(receiver);
        return json(json -> {
            json.writeStartObject();
            Json.array(json, "results", results, (out, result) -> out.writeString(result));
            json.writeEndObject();
        });
    }
}
