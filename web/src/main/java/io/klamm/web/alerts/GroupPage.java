package io.klamm.web.alerts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.klamm.model.alert.AlertGroup;
import io.klamm.model.alert.KeptAlert;
import io.klamm.model.series.Labels;
import io.klamm.web.http.Answer;
import io.klamm.web.http.Json;
import io.klamm.web.http.Query;
import io.klamm.web.http.Refused;
import io.klamm.web.tables.PageRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which groups of alerts are asked for.
 *
 * @param state the only one of its alerts; null for any
 * @param receiver the only one; null for any
 * @param search a text in small letters that a value of a label contains; empty for any
 * @param alertLimit how many alerts of each group are written
 */
record GroupPage(
        Instant now,
        PageRequest page,
        @Nullable AlertState state,
        @Nullable String receiver,
        String search,
        int alertLimit) {

    private static final int MOST_ALERTS = 10_000;
    private static final int USUAL_ALERTS = 1_000;

    private record Row(AlertGroup group, List<KeptAlert> alerts, boolean firing) {}

    static GroupPage of(Query query, Instant now) throws Refused {
        query.allowOnly("page", "pageSize", "state", "receiver", "search", "alertLimit");
        String state = query.choice("state", List.of("any", "firing", "resolved", "suppressed"));
        return new GroupPage(
                now,
                query.page(),
                state.equals("any") ? null : AlertState.valueOf(state.toUpperCase(Locale.ROOT)),
                query.text("receiver"),
                query.search().toLowerCase(Locale.ROOT),
                query.number("alertLimit", USUAL_ALERTS, 1, MOST_ALERTS));
    }

    Answer answer(List<AlertGroup> groups) {
        List<Row> rows = groups.stream()
                .filter(group -> receiver == null || group.receiver().equals(receiver))
                .map(this::row)
                .filter(row -> !row.alerts().isEmpty())
                .sorted(Comparator.comparing(row -> !row.firing()))
                .toList();
        int from = (int) Math.min((long) rows.size(), page.firstRow());
        List<Row> shown = rows.subList(from, Math.min(rows.size(), from + page.pageSize()));
        return Answer.of(200, Answer.JSON, Json.write(json -> {
            json.writeStartObject();
            json.writeNumberField("page", page.page());
            json.writeNumberField("pageSize", page.pageSize());
            json.writeNumberField("total", rows.size());
            counts(json, groups);
            Json.array(json, "groups", shown, this::write);
            json.writeEndObject();
        }));
    }

    private Row row(AlertGroup group) {
        List<KeptAlert> alerts = group.alerts().stream()
                .filter(alert -> state == null || AlertState.of(alert, now) == state)
                .filter(alert -> contains(alert.alert().labels()))
                .sorted(Comparator.comparing((KeptAlert alert) -> alert.alert().startsAt())
                        .reversed())
                .toList();
        boolean firing = alerts.stream().anyMatch(alert -> AlertState.of(alert, now) == AlertState.FIRING);
        return new Row(group, alerts, firing);
    }

    private boolean contains(Labels labels) {
        for (int i = 0; i < labels.size(); i++) {
            if (labels.value(i).toLowerCase(Locale.ROOT).contains(search)) {
                return true;
            }
        }
        return false;
    }

    /** An alert that several receivers are told of is counted once. */
    private void counts(JsonGenerator json, List<AlertGroup> groups) throws IOException {
        Map<Labels, AlertState> states = new HashMap<>();
        groups.forEach(group ->
                group.alerts().forEach(alert -> states.put(alert.alert().labels(), AlertState.of(alert, now))));
        json.writeObjectFieldStart("alerts");
        for (AlertState one : AlertState.values()) {
            json.writeNumberField(
                    one.word(), states.values().stream().filter(one::equals).count());
        }
        json.writeEndObject();
    }

    private void write(JsonGenerator json, Row row) throws IOException {
        json.writeStartObject();
        json.writeStringField("key", row.group().key());
        AlertJson.labels(json, "labels", row.group().labels());
        json.writeStringField("receiver", row.group().receiver());
        json.writeNumberField("total", row.alerts().size());
        List<KeptAlert> first =
                row.alerts().subList(0, Math.min(alertLimit, row.alerts().size()));
        Json.array(json, "alerts", first, (out, alert) -> AlertJson.kept(out, alert, now));
        json.writeEndObject();
    }
}
