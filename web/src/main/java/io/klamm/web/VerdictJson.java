package io.klamm.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.klamm.model.verdict.CommitPoint;
import io.klamm.model.verdict.EndPoint;
import io.klamm.model.verdict.Evidence;
import io.klamm.model.verdict.Forecast;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.model.verdict.LagHistory;
import io.klamm.model.verdict.Language;
import io.klamm.model.verdict.PartitionVerdict;
import io.klamm.model.verdict.TimeLag;
import io.klamm.model.verdict.Verdict;
import io.klamm.web.http.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Verdicts, their evidence, forecasts and the history of lag as JSON. */
final class VerdictJson {

    private VerdictJson() {}

    /** The fields of a group. */
    static void group(JsonGenerator json, GroupVerdict group) throws IOException {
        json.writeStringField("verdict", group.verdict().label());
        json.writeBooleanField("muted", group.muted());
        json.writeStringField("source", word(group.source()));
        Json.number(json, "maxLagSeconds", group.maxLagSeconds());
        Json.number(json, "secondsUntilLoss", group.minSecondsUntilLoss());
    }

    /** Which of a group's partitions its verdict comes from. */
    static void worst(JsonGenerator json, PartitionVerdict partition) throws IOException {
        json.writeObjectFieldStart("worst");
        json.writeStringField("topic", partition.partition().topic());
        json.writeNumberField("partition", partition.partition().partition());
        json.writeEndObject();
    }

    /** The fields of a partition in a list. */
    static void partition(JsonGenerator json, PartitionVerdict partition) throws IOException {
        json.writeStringField("verdict", partition.verdict().label());
        Json.number(json, "effectiveLag", partition.effectiveLag());
        Json.number(json, "lagSeconds", lagSeconds(partition));
    }

    /** The fields of a partition of which all is told. */
    static void explained(JsonGenerator json, PartitionVerdict partition, boolean window) throws IOException {
        partition(json, partition);
        json.writeFieldName("evidence");
        evidence(json, partition.evidence(), window);
        json.writeFieldName("forecast");
        forecast(json, partition.forecast());
    }

    private static OptionalDouble lagSeconds(PartitionVerdict partition) {
        return partition
                .forecast()
                .timeLag()
                .map(lag -> OptionalDouble.of(lag.seconds()))
                .orElseGet(OptionalDouble::empty);
    }

    private static void evidence(JsonGenerator json, Evidence evidence, boolean window) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", word(evidence.rule()));
        json.writeObjectFieldStart("text");
        json.writeStringField("en", evidence.text(Language.ENGLISH));
        json.writeStringField("ko", evidence.text(Language.KOREAN));
        json.writeEndObject();
        Json.counts(json, "facts", evidence.facts());
        if (window) {
            Json.array(json, "commits", EvidenceWindows.thin(evidence.commits()), VerdictJson::commit);
            Json.array(json, "ends", EvidenceWindows.thin(evidence.ends()), VerdictJson::end);
        }
        json.writeEndObject();
    }

    private static void commit(JsonGenerator json, CommitPoint commit) throws IOException {
        json.writeStartObject();
        json.writeNumberField("offset", commit.offset());
        Json.time(json, "at", Instant.ofEpochMilli(commit.atMillis()));
        Json.number(json, "lag", commit.lag());
        json.writeEndObject();
    }

    private static void end(JsonGenerator json, EndPoint end) throws IOException {
        json.writeStartObject();
        json.writeNumberField("offset", end.offset());
        Json.time(json, "at", Instant.ofEpochMilli(end.atMillis()));
        json.writeEndObject();
    }

    private static void forecast(JsonGenerator json, Forecast forecast) throws IOException {
        json.writeStartObject();
        Json.number(json, "producedPerSecond", forecast.producedPerSecond());
        Json.number(json, "consumedPerSecond", forecast.consumedPerSecond());
        if (forecast.timeLag().isPresent()) {
            TimeLag lag = forecast.timeLag().get();
            json.writeObjectFieldStart("timeLag");
            Json.number(json, "seconds", OptionalDouble.of(lag.seconds()));
            json.writeStringField("method", word(lag.method()));
            json.writeStringField("confidence", word(lag.confidence()));
            json.writeEndObject();
        }
        Json.number(json, "secondsToCatchUp", forecast.secondsToCatchUp());
        Json.number(json, "secondsUntilLoss", forecast.secondsUntilLoss());
        json.writeEndObject();
    }

    /** A row a partition; what is not known is null, for a row has a value for each moment. */
    static void history(JsonGenerator json, LagHistory history) throws IOException {
        Json.array(
                json,
                "times",
                history.timesMillis(),
                (out, millis) -> out.writeString(Instant.ofEpochMilli(millis).toString()));
        Json.array(json, "rows", history.rows(), VerdictJson::row);
    }

    private static void row(JsonGenerator json, LagHistory.Row row) throws IOException {
        json.writeStartObject();
        json.writeStringField("topic", row.partition().topic());
        json.writeNumberField("partition", row.partition().partition());
        Json.array(json, "lags", row.lags(), VerdictJson::lag);
        json.writeEndObject();
    }

    private static void lag(JsonGenerator json, OptionalLong lag) throws IOException {
        if (lag.isPresent()) {
            json.writeNumber(lag.getAsLong());
        } else {
            json.writeNull();
        }
    }

    /** How many groups have each verdict, the worst last. */
    static void counts(JsonGenerator json, Map<Verdict, Integer> counts) throws IOException {
        json.writeObjectFieldStart("groupsByVerdict");
        for (Map.Entry<Verdict, Integer> count : counts.entrySet()) {
            json.writeNumberField(count.getKey().label(), count.getValue());
        }
        json.writeEndObject();
    }

    /** A constant's name as the API writes it: {@code at-least}. */
    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
