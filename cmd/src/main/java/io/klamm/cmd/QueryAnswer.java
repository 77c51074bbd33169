package io.klamm.cmd;

import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.model.series.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a query answered, read from the JSON of Prometheus's API. */
record QueryAnswer(String type, List<Line> lines) {

    /** One series: its labels, and its samples oldest first. A scalar or a text is one sample without labels. */
    record Line(Labels labels, List<Sample> samples) {

        /** As Prometheus writes a series: {@code up{job="kafka"}}. */
        String name() {
            Labels rest = labels.withoutName();
            return labels.metricName() + (rest.isEmpty() && labels.has(Labels.NAME) ? "" : rest);
        }
    }

    /** @param value as the server wrote it, so that no digit is lost */
    record Sample(Instant at, String value) {

        double number() {
            return switch (value) {
                case "+Inf" -> Double.POSITIVE_INFINITY;
                case "-Inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(value);
            };
        }
    }

    static QueryAnswer of(JsonNode data) {
        String type = data.path("resultType").asText();
        JsonNode result = data.path("result");
        List<Line> lines = new ArrayList<>();
        if (type.equals("scalar") || type.equals("string")) {
            lines.add(new Line(Labels.EMPTY, List.of(sample(result))));
        } else {
            result.forEach(series -> lines.add(line(series)));
        }
        return new QueryAnswer(type, List.copyOf(lines));
    }

    private static Line line(JsonNode series) {
        Map<String, String> labels = new LinkedHashMap<>();
        series.path("metric")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        List<Sample> samples = new ArrayList<>();
        if (series.has("value")) {
            samples.add(sample(series.path("value")));
        }
        series.path("values").forEach(pair -> samples.add(sample(pair)));
        return new Line(Labels.of(labels), List.copyOf(samples));
    }

    private static Sample sample(JsonNode pair) {
        return new Sample(
                Instant.ofEpochMilli(Math.round(pair.path(0).asDouble() * 1000)),
                pair.path(1).asText());
    }
}
