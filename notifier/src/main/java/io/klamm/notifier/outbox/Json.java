package io.klamm.notifier.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.klamm.model.alert.Alert;
import io.klamm.model.series.Labels;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Values as rows of the journal, and back. */
final class Json {

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode map(Map<String, String> map) {
        ObjectNode node = object();
        map.forEach(node::put);
        return node;
    }

    static SortedMap<String, String> map(JsonNode node) {
        SortedMap<String, String> map = new TreeMap<>();
        node.properties()
                .forEach(field -> map.put(field.getKey(), field.getValue().asText()));
        return map;
    }

    static Labels labels(JsonNode node) {
        return Labels.of(map(node));
    }

    static Instant time(JsonNode node) {
        try {
            return Instant.parse(node.asText());
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    static ObjectNode alert(Alert alert) {
        ObjectNode node = object();
        node.set("labels", map(alert.labels().toMap()));
        node.set("annotations", map(alert.annotations()));
        return node.put("startsAt", alert.startsAt().toString())
                .put("endsAt", alert.endsAt().toString())
                .put("url", alert.generatorUrl());
    }

    static Alert alert(JsonNode node) {
        return new Alert(
                labels(node.path("labels")),
                map(node.path("annotations")),
                time(node.path("startsAt")),
                time(node.path("endsAt")),
                node.path("url").asText());
    }

    static ArrayNode alerts(List<Alert> alerts) {
        ArrayNode node = JsonNodeFactory.instance.arrayNode();
        alerts.forEach(alert -> node.add(alert(alert)));
        return node;
    }

    static List<Alert> alerts(JsonNode node) {
        List<Alert> alerts = new ArrayList<>();
        node.forEach(one -> alerts.add(alert(one)));
        return alerts;
    }

    static ObjectNode stages(Map<Long, Stage> stages) {
        ObjectNode node = object();
        stages.forEach((episode, stage) -> node.put(Long.toString(episode), stage.name()));
        return node;
    }

    static SortedMap<Long, Stage> stages(JsonNode node) {
        SortedMap<Long, Stage> stages = new TreeMap<>();
        node.properties()
                .forEach(field -> stages.put(
                        Long.parseLong(field.getKey()),
                        Stage.valueOf(field.getValue().asText())));
        return stages;
    }
}
