package io.klamm.scrape.peers;

import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.model.series.Labels;
import io.klamm.model.series.StaleMarker;
import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import io.klamm.storage.Querier;
import io.klamm.storage.Queryable;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.Selection;
import io.klamm.storage.SeriesSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a store keeps of some series: their values in the order of their times, with the stale markers where the store shows them. */
final class Kept {

    private final Map<String, List<Double>> values;

    private Kept(Map<String, List<Double>> values) {
        this.values = values;
    }

    /** Of Klamm's store: all series of a job. */
    static Kept of(Queryable store, String job) {
        Map<String, List<Double>> values = new TreeMap<>();
        try (Querier querier = store.querier(Long.MIN_VALUE / 2, Long.MAX_VALUE / 2)) {
            SeriesSet set = querier.select(Selection.of(new Matcher(MatchType.EQUAL, "job", job)));
            while (set.next()) {
                SampleBuffer samples = new SampleBuffer();
                set.at().read(samples);
                List<Double> list = new ArrayList<>();
                for (int i = 0; i < samples.size(); i++) {
                    list.add(samples.value(i));
                }
                values.put(set.at().labels().toString(), list);
            }
        }
        return new Kept(values);
    }

    /** Of a Prometheus: the last minutes of all series of a job that have not ended. */
    static Kept of(RealProgram prometheus, String job) throws IOException, InterruptedException {
        JsonNode living = prometheus.api("query", "query", "{job=\"" + job + "\"}");
        Map<String, List<Double>> values = new TreeMap<>();
        living.path("result").forEach(series -> values.put(labels(series), new ArrayList<>()));
        JsonNode ranges = prometheus.api("query", "query", "{job=\"" + job + "\"}[5m]");
        for (JsonNode series : ranges.path("result")) {
            List<Double> list = values.get(labels(series));
            if (list != null) {
                series.path("values")
                        .forEach(sample -> list.add(number(sample.path(1).asText())));
            }
        }
        return new Kept(values);
    }

    private static String labels(JsonNode series) {
        Map<String, String> labels = new HashMap<>();
        series.path("metric")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return Labels.of(labels).toString();
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** The series that have not ended. */
    Set<String> living() {
        Set<String> living = new TreeSet<>();
        values.forEach((labels, list) -> {
            if (list.isEmpty() || !StaleMarker.is(list.get(list.size() - 1))) {
                living.add(labels);
            }
        });
        return living;
    }

    /** The series that have ended. */
    Set<String> ended() {
        Set<String> ended = new TreeSet<>(values.keySet());
        ended.removeAll(living());
        return ended;
    }

    /** The values of the series that had the same one all the time, over at least some samples; NaN is like NaN. */
    Map<String, Double> constants(int fewest) {
        Map<String, Double> constants = new TreeMap<>();
        values.forEach((labels, list) -> {
            if (list.size() >= fewest && Set.copyOf(list).size() == 1) {
                constants.put(labels, list.get(0));
            }
        });
        return constants;
    }

    List<Double> of(String labels) {
        return values.getOrDefault(labels, List.of());
    }
}
