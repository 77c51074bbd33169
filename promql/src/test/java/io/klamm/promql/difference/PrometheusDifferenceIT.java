package io.klamm.promql.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.promql.engine.Engine;
import io.klamm.promql.engine.EngineSettings;
import io.klamm.promql.engine.QueryOptions;
import io.klamm.promql.value.Matrix;
import io.klamm.promql.value.MatrixSeries;
import io.klamm.promql.value.QueryException;
import io.klamm.promql.value.Value;
import io.klamm.promql.value.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random expressions over random series, answered by us and by a real Prometheus. {@code -Dklamm.promql.expressions=5000} asks more of them,
 * {@code -Dklamm.promql.seed} others.
 */
class PrometheusDifferenceIT {

    private static final double SHARE = 1e-5;
    private static final double NEARLY_ZERO = 1e-7;

    @TempDir
    private Path directory;

    @Test
    void answers_areThoseOfPrometheus() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Prometheus.PROGRAM), () -> "skipped: no " + Prometheus.PROGRAM);
        long seed = Long.getLong("klamm.promql.seed", 42);
        int count = Integer.getInteger("klamm.promql.expressions", 400);
        Random random = new Random(seed);
        RandomSeries series = new RandomSeries(random);
        Engine engine = new Engine(EngineSettings.standard(), series.store(), System::nanoTime);
        RandomExpression expressions = new RandomExpression(random);
        List<String> differences = new ArrayList<>();
        int answered = 0;
        try (Prometheus prometheus = Prometheus.start(directory)) {
            series.remoteWrites().forEach(prometheus::write);
            for (int i = 0; i < count; i++) {
                Comparison comparison = new Comparison(expressions.next(), random, engine, prometheus);
                comparison.difference().ifPresent(differences::add);
                answered += comparison.bothAnswered ? 1 : 0;
            }
        }
        System.out.println("difference to Prometheus: " + (count - differences.size()) + " passed, "
                + differences.size() + " failed (" + answered + " of " + count + " with an answer; seed " + seed + ")");
        assertThat(differences).as("seed " + seed).isEmpty();
        assertThat(answered).isGreaterThan(count / 2);
    }

    /** One expression, instant or as a range. */
    private static final class Comparison {
        private final String expression;
        private final Engine engine;
        private final Prometheus prometheus;
        private final boolean instant;
        private final long start;
        private final long step;
        private final long end;
        boolean bothAnswered;

        Comparison(String expression, Random random, Engine engine, Prometheus prometheus) {
            this.expression = expression;
            this.engine = engine;
            this.prometheus = prometheus;
            instant = random.nextInt(4) == 0;
            start = RandomSeries.BEGIN + 60_000L * random.nextInt(150) + 7_000;
            step = (1 + random.nextInt(10)) * 60_000L;
            end = instant ? start : start + step * random.nextInt(25);
        }

        Optional<String> difference() {
            JsonNode theirs = instant
                    ? prometheus.get("/api/v1/query", Map.of("query", expression, "time", seconds(start)))
                    : prometheus.get(
                            "/api/v1/query_range",
                            Map.of(
                                    "query", expression,
                                    "start", seconds(start),
                                    "end", seconds(end),
                                    "step", seconds(step)));
            boolean failed = theirs.path("status").asText().equals("error");
            try {
                Value ours = (instant
                                ? engine.instant(expression, start, QueryOptions.none())
                                : engine.range(expression, start, end, step, QueryOptions.none()))
                        .execute()
                        .value();
                if (failed) {
                    return Optional.of(at("an answer (Prometheus: " + theirs.path("error") + ")"));
                }
                bothAnswered = true;
                return compare(points(ours), points(theirs.path("data").path("result")));
            } catch (QueryException e) {
                return failed ? Optional.empty() : Optional.of(at("error " + e.getMessage()));
            }
        }

        private Optional<String> compare(Map<String, Double> ours, Map<String, Double> theirs) {
            if (!ours.keySet().equals(theirs.keySet())) {
                TreeMap<String, Double> more = new TreeMap<>(ours);
                more.keySet().removeAll(theirs.keySet());
                TreeMap<String, Double> less = new TreeMap<>(theirs);
                less.keySet().removeAll(ours.keySet());
                return Optional.of(
                        at(ours.size() + " points, of which too many: " + first(more) + "; missing: " + first(less)));
            }
            for (Map.Entry<String, Double> point : ours.entrySet()) {
                double other = theirs.getOrDefault(point.getKey(), Double.NaN);
                if (!same(point.getValue(), other)) {
                    return Optional.of(at(point + " (Prometheus: " + other + ")"));
                }
            }
            return Optional.empty();
        }

        private static Object first(Map<String, Double> points) {
            return points.isEmpty() ? "none" : points.entrySet().iterator().next();
        }

        private static boolean same(double a, double b) {
            return Double.compare(a, b) == 0
                    || Math.abs(a - b) <= Math.max(NEARLY_ZERO, SHARE * Math.max(Math.abs(a), Math.abs(b)));
        }

        private String at(String what) {
            return expression + " at " + start + ".." + end + " by " + step + ": " + what;
        }

        private static String seconds(long millis) {
            return Long.toString(millis / 1000);
        }

        private static Map<String, Double> points(Value value) {
            Map<String, Double> points = new TreeMap<>();
            if (value instanceof Vector vector) {
                for (int i = 0; i < vector.size(); i++) {
                    points.put(vector.labels(i).toMap() + " " + vector.time(), vector.value(i));
                }
            } else {
                for (MatrixSeries series : ((Matrix) value).series()) {
                    for (int i = 0; i < series.size(); i++) {
                        points.put(series.labels().toMap() + " " + series.time(i), series.value(i));
                    }
                }
            }
            return points;
        }

        private static Map<String, Double> points(JsonNode result) {
            Map<String, Double> points = new TreeMap<>();
            for (JsonNode series : result) {
                TreeMap<String, String> labels = new TreeMap<>();
                series.path("metric")
                        .properties()
                        .forEach(field ->
                                labels.put(field.getKey(), field.getValue().asText()));
                if (series.has("value")) {
                    add(points, labels, series.path("value"));
                }
                series.path("values").forEach(point -> add(points, labels, point));
            }
            return points;
        }

        private static void add(Map<String, Double> points, Map<String, String> labels, JsonNode point) {
            long time = Math.round(point.get(0).asDouble() * 1000);
            String value = point.get(1).asText().replace("Inf", "Infinity");
            points.put(labels + " " + time, Double.parseDouble(value));
        }
    }
}
