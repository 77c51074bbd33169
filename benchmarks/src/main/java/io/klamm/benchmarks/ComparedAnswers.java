package io.klamm.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How two servers' answers to the same request compare.
 *
 * @param series in the answer
 * @param points values in the answer; its rows where it has none
 * @param difference the greatest between two values, as a share of the greater
 */
record ComparedAnswers(int series, long points, double difference) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Compares; {@link IllegalStateException} if one has a series, time or name that the other lacks. */
    static ComparedAnswers of(byte[] ours, byte[] theirs) throws IOException {
        Map<String, Map<String, Double>> a = rows(JSON.readTree(ours).path("data"));
        Map<String, Map<String, Double>> b = rows(JSON.readTree(theirs).path("data"));
        if (!a.keySet().equals(b.keySet())) {
            throw new IllegalStateException(
                    "answers: " + a.size() + " series (expected: the " + b.size() + " of the peer)");
        }
        long points = 0;
        double difference = 0;
        for (Map.Entry<String, Map<String, Double>> row : a.entrySet()) {
            Map<String, Double> other = b.getOrDefault(row.getKey(), Map.of());
            if (!row.getValue().keySet().equals(other.keySet())) {
                throw new IllegalStateException("answers: " + row.getKey() + " has "
                        + row.getValue().size() + " points (expected: the " + other.size() + " of the peer)");
            }
            points += Math.max(1, other.size());
            for (Map.Entry<String, Double> point : row.getValue().entrySet()) {
                difference =
                        Math.max(difference, difference(point.getValue(), other.getOrDefault(point.getKey(), 0.0)));
            }
        }
        return new ComparedAnswers(a.size(), points, difference);
    }

    private static double difference(double a, double b) {
        return Double.compare(a, b) == 0 || a == b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
    }

    private static Map<String, Map<String, Double>> rows(JsonNode data) {
        Map<String, Map<String, Double>> rows = new HashMap<>();
        JsonNode list = data.has("result") ? data.path("result") : data;
        for (JsonNode row : list) {
            Map<String, Double> points = new HashMap<>();
            if (row.has("value")) {
                add(points, row.path("value"));
            }
            row.path("values").forEach(point -> add(points, point));
            rows.put(name(row.has("metric") ? row.path("metric") : row), points);
        }
        return rows;
    }

    private static String name(JsonNode row) {
        TreeMap<String, String> labels = new TreeMap<>();
        row.properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return row.isTextual() ? row.asText() : labels.toString();
    }

    private static void add(Map<String, Double> points, JsonNode point) {
        String value = point.get(1).asText().replace("Inf", "Infinity");
        points.put(point.get(0).asText(), Double.parseDouble(value));
    }
}
