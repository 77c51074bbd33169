package io.klamm.cmd;

import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.cmd.text.AlertMoment;
import io.klamm.cmd.text.AlertRow;
import io.klamm.model.alert.AlertMatcher;
import io.klamm.model.series.Labels;
import io.klamm.storage.Matcher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a running server says of its alerts. */
final class ServedAlerts {

    private static final int PAGE = 1000;

    private ServedAlerts() {}

    /** Each alert of the state once, whatever the number of those that are told of it. */
    static List<JsonNode> all(ServerApi api, String state) {
        Map<String, JsonNode> alerts = new LinkedHashMap<>();
        int page = 1;
        long total;
        do {
            JsonNode answer =
                    api.get("/alerts/groups?alertLimit=10000&pageSize=" + PAGE + "&state=" + state + "&page=" + page);
            total = answer.path("total").asLong();
            answer.path("groups").forEach(group -> group.path("alerts")
                    .forEach(alert -> alerts.put(alert.path("fingerprint").asText(), alert)));
        } while ((long) page++ * PAGE < total);
        return List.copyOf(alerts.values());
    }

    static AlertRow row(JsonNode alert) {
        List<String> receivers = new ArrayList<>();
        alert.path("receivers").forEach(name -> receivers.add(name.asText()));
        return new AlertRow(
                alert.path("state").asText(),
                Instant.parse(alert.path("startsAt").asText()),
                labels(alert.path("labels")),
                String.join(", ", receivers),
                alert.path("annotations").path("summary").asText(""));
    }

    static AlertMoment moment(JsonNode event) {
        return new AlertMoment(
                Instant.parse(event.path("at").asText()),
                event.path("kind").asText(),
                labels(event.path("labels")),
                event.path("detail").asText());
    }

    static Labels labels(JsonNode object) {
        Map<String, String> labels = new LinkedHashMap<>();
        object.properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return Labels.of(labels);
    }

    /** Conditions as a person writes them; a first word without an operator is the alert's name, as in amtool. */
    static List<AlertMatcher> conditions(List<String> texts) {
        List<AlertMatcher> matchers = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            matchers.add(condition(i == 0 && !text.contains("=") && !text.contains("~") ? "alertname=" + text : text));
        }
        return matchers;
    }

    private static AlertMatcher condition(String text) {
        try {
            AlertMatcher matcher = AlertMatcher.parse(text);
            Matcher.of(matcher);
            return matcher;
        } catch (IllegalArgumentException e) {
            throw new UserException(
                    "matcher: " + text + " (expected: such as group=orders or topic=~\"a.*\"; " + e.getMessage() + ")",
                    UserException.USAGE);
        }
    }

    static boolean matches(List<AlertMatcher> matchers, Labels labels) {
        return Matcher.allMatch(matchers.stream().map(Matcher::of).toList(), labels);
    }
}
