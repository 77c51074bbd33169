package io.klamm.notifier.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.klamm.model.alert.AlertEvent;
import io.klamm.model.alert.AlertMatcher;
import io.klamm.model.alert.Silence;
import io.klamm.notifier.message.Message;
import java.util.ArrayList;
import java.util.List;

/** What the outbox keeps, as rows of the journal, and back. */
final class Rows {

    private Rows() {}

    static ObjectNode of(Episode episode) {
        return Json.alert(episode.alert())
                .put("updatedAt", episode.updatedAt().toString())
                .put("over", episode.over());
    }

    static Episode episode(String key, JsonNode row) {
        return new Episode(
                Long.parseLong(key),
                Json.alert(row),
                Json.time(row.path("updatedAt")),
                row.path("over").asBoolean());
    }

    private static ObjectNode of(LaneId id) {
        return Json.object().put("group", id.groupKey()).put("channel", id.channel());
    }

    private static LaneId laneId(JsonNode row) {
        return new LaneId(row.path("group").asText(), row.path("channel").asText());
    }

    static ObjectNode of(Lane lane) {
        ObjectNode row = of(lane.id())
                .put("incident", lane.incident())
                .put("toldAt", lane.toldAt().toString())
                .put("digest", lane.digest());
        row.set("labels", Json.map(lane.groupLabels().toMap()));
        row.set("told", Json.stages(lane.told()));
        row.set("receipt", Json.map(lane.receipt()));
        return row;
    }

    static Lane lane(JsonNode row) {
        return new Lane(
                laneId(row),
                Json.labels(row.path("labels")),
                row.path("incident").asText(),
                Json.stages(row.path("told")),
                Json.time(row.path("toldAt")),
                Json.map(row.path("receipt")),
                row.path("digest").asBoolean());
    }

    static ObjectNode of(Pending pending) {
        ObjectNode row = of(pending.lane()).put("since", pending.since().toString());
        row.set("stages", Json.stages(pending.stages()));
        row.set("message", of(pending.message()));
        return row;
    }

    static Pending pending(JsonNode row) {
        return new Pending(
                laneId(row),
                message(row.path("message")),
                Json.stages(row.path("stages")),
                Json.time(row.path("since")));
    }

    private static ObjectNode of(Message message) {
        ObjectNode row = Json.object()
                .put("id", message.id())
                .put("incident", message.incident())
                .put("group", message.groupKey())
                .put("receiver", message.receiver())
                .put("at", message.at().toString())
                .put("truncated", message.truncated());
        row.set("labels", Json.map(message.groupLabels().toMap()));
        row.set("alerts", Json.alerts(message.alerts()));
        row.set("receipt", Json.map(message.receipt()));
        return row;
    }

    private static Message message(JsonNode row) {
        return new Message(
                row.path("id").asText(),
                row.path("incident").asText(),
                row.path("group").asText(),
                row.path("receiver").asText(),
                Json.labels(row.path("labels")),
                Json.alerts(row.path("alerts")),
                Json.time(row.path("at")),
                row.path("truncated").asInt(),
                Json.map(row.path("receipt")));
    }

    static ObjectNode of(Letter letter) {
        ObjectNode row = of(letter.pending());
        return row.put("diedAt", letter.at().toString()).put("reason", letter.reason());
    }

    static Letter letter(JsonNode row) {
        return new Letter(
                pending(row), Json.time(row.path("diedAt")), row.path("reason").asText());
    }

    static ObjectNode of(Silence silence) {
        ObjectNode row = Json.object()
                .put("startsAt", silence.startsAt().toString())
                .put("endsAt", silence.endsAt().toString())
                .put("updatedAt", silence.updatedAt().toString())
                .put("createdBy", silence.createdBy())
                .put("comment", silence.comment());
        silence.matchers().forEach(matcher -> row.withArray("matchers")
                .addObject()
                .put("name", matcher.name())
                .put("operator", matcher.operator().name())
                .put("value", matcher.value()));
        return row;
    }

    static Silence silence(String id, JsonNode row) {
        List<AlertMatcher> matchers = new ArrayList<>();
        row.path("matchers")
                .forEach(one -> matchers.add(new AlertMatcher(
                        one.path("name").asText(),
                        AlertMatcher.Operator.valueOf(one.path("operator").asText()),
                        one.path("value").asText())));
        return new Silence(
                id,
                matchers,
                Json.time(row.path("startsAt")),
                Json.time(row.path("endsAt")),
                Json.time(row.path("updatedAt")),
                row.path("createdBy").asText(),
                row.path("comment").asText());
    }

    static ObjectNode of(AlertEvent event) {
        ObjectNode row = Json.object()
                .put("at", event.at().toString())
                .put("kind", event.kind().name())
                .put("detail", event.detail());
        row.set("labels", Json.map(event.labels().toMap()));
        return row;
    }

    static AlertEvent event(JsonNode row) {
        return new AlertEvent(
                Json.time(row.path("at")),
                AlertEvent.Kind.valueOf(row.path("kind").asText()),
                Json.labels(row.path("labels")),
                row.path("detail").asText());
    }
}
