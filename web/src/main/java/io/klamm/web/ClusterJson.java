package io.klamm.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.CollectionProblem;
import io.klamm.model.ComponentStatus;
import io.klamm.web.http.Json;
import io.klamm.web.tables.ClusterTables;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Clusters, readings and components as JSON. */
final class ClusterJson {

    /** A snapshot older than so many intervals is stale. */
    private static final int STALE_INTERVALS = 3;

    private ClusterJson() {}

    static void summary(JsonGenerator json, ClusterView view, @Nullable ClusterTables tables, Instant now)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("name", view.name());
        json.writeStringField("state", state(view.status().state()));
        json.writeNumberField("intervalSeconds", Json.seconds(view.interval()));
        Json.text(json, "lastError", view.status().lastError());
        List<CollectionProblem> problems =
                tables == null ? List.of() : tables.snapshot().problems();
        Json.array(json, "problems", problems, ClusterJson::problem);
        if (tables != null) {
            snapshot(json, view, tables.snapshot(), now);
            sums(json, tables);
        }
        json.writeEndObject();
    }

    private static void sums(JsonGenerator json, ClusterTables tables) throws IOException {
        ClusterSnapshot snapshot = tables.snapshot();
        json.writeStringField("clusterId", snapshot.clusterId());
        if (snapshot.controllerId() >= 0) {
            json.writeNumberField("controllerId", snapshot.controllerId());
        }
        json.writeNumberField("brokers", snapshot.brokers().size());
        json.writeNumberField("topics", snapshot.topics().size());
        json.writeNumberField("partitions", snapshot.partitionCount());
        json.writeNumberField("underReplicatedPartitions", snapshot.underReplicatedPartitions());
        json.writeNumberField("offlinePartitions", snapshot.offlinePartitions());
        json.writeNumberField("groups", tables.groups().rows().size());
        VerdictJson.counts(json, tables.groupsByVerdict());
        Json.number(json, "totalLag", tables.totalLag());
    }

    static void snapshot(JsonGenerator json, ClusterView view, ClusterSnapshot snapshot, Instant now)
            throws IOException {
        Duration age = age(snapshot.takenAt(), now);
        json.writeObjectFieldStart("snapshot");
        json.writeStringField("cluster", view.name());
        json.writeStringField("state", state(view.status().state()));
        json.writeNumberField("cycle", snapshot.cycle());
        Json.time(json, "takenAt", snapshot.takenAt());
        Json.seconds(json, "ageSeconds", age);
        json.writeBooleanField("stale", age.compareTo(view.interval().multipliedBy(STALE_INTERVALS)) > 0);
        json.writeEndObject();
    }

    static void event(JsonGenerator json, ClusterView view) throws IOException {
        json.writeStartObject();
        json.writeStringField("cluster", view.name());
        json.writeStringField("state", state(view.status().state()));
        json.writeNumberField(
                "cycle",
                view.reading().map(reading -> reading.snapshot().cycle()).orElse(0L));
        json.writeEndObject();
    }

    private static void problem(JsonGenerator json, CollectionProblem problem) throws IOException {
        json.writeStartObject();
        json.writeStringField("fact", problem.fact());
        json.writeStringField("kind", problem.kind());
        json.writeStringField("message", problem.message());
        Json.text(json, "missingRight", problem.missingRight());
        json.writeNumberField("count", problem.count());
        json.writeEndObject();
    }

    static void component(JsonGenerator json, ComponentStatus status) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", status.kind());
        json.writeStringField("instance", status.instance());
        json.writeStringField("state", state(status.state()));
        Json.time(json, "lastRun", status.lastRun());
        Json.time(json, "lastSuccess", status.lastSuccess());
        Json.seconds(json, "lastDurationSeconds", status.lastDuration());
        Json.seconds(json, "averageDurationSeconds", status.averageDuration());
        json.writeNumberField("runs", status.runs());
        json.writeNumberField("failures", status.failures());
        Json.counts(json, "counts", status.counts());
        Json.counts(json, "requests", status.requests());
        Json.counts(json, "errors", status.errors());
        Json.text(json, "lastError", status.lastError());
        json.writeEndObject();
    }

    /** Time since then; none when the clocks disagree. */
    static Duration age(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    private static String state(ComponentStatus.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
