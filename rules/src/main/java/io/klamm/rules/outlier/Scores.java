package io.klamm.rules.outlier;

import io.klamm.model.series.Labels;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Turns the values of a subject's peers into the series that are recorded. */
final class Scores {

    static final String SCORE = "klamm_outlier_score";
    static final String CLUSTER = "klamm_outlier_cluster";
    static final String ANOMALY = "klamm_anomaly_score";

    private final Subject subject;

    Scores(Subject subject) {
        this.subject = subject;
    }

    /** Scores and clusters among peers. Values that are no number are left out, and so are peers without a second fact where one is asked for. */
    Map<Labels, Double> amongPeers(Map<Labels, Double> first, Map<Labels, Double> second) {
        Map<Labels, Double> scores = new LinkedHashMap<>();
        for (Map<Labels, double[]> peers : groups(first, second)) {
            double[] values = peers.values().stream().mapToDouble(row -> row[0]).toArray();
            put(scores, SCORE, peers.keySet(), PeerScores.of(values, subject.least()));
            double[][] rows = peers.values().toArray(double[][]::new);
            put(scores, CLUSTER, peers.keySet(), asDoubles(PeerClusters.of(rows, subject.least())));
        }
        return scores;
    }

    private static double[] asDoubles(int[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    private void put(Map<Labels, Double> into, String name, Collection<Labels> peers, double[] values) {
        int i = 0;
        for (Labels peer : peers) {
            into.put(labels(name, peer), values[i++]);
        }
    }

    private Collection<Map<Labels, double[]>> groups(Map<Labels, Double> first, Map<Labels, Double> second) {
        Map<Labels, Map<Labels, double[]>> groups = new TreeMap<>();
        first.forEach((labels, value) -> {
            double[] row = row(labels, value, second);
            if (finite(row)) {
                groups.computeIfAbsent(labels.only(subject.within()), group -> new TreeMap<>())
                        .put(labels, row);
            }
        });
        return groups.values();
    }

    private double[] row(Labels labels, double value, Map<Labels, Double> second) {
        return subject.second().isBlank()
                ? new double[] {value}
                : new double[] {value, second.getOrDefault(labels, Double.NaN)};
    }

    private static boolean finite(double[] row) {
        for (double value : row) {
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Scores against the past of each peer.
     *
     * @param past the answers at each of {@link SeasonalScore#offsets()}
     */
    Map<Labels, Double> againstPast(Map<Labels, Double> now, List<Map<Labels, Double>> past, SeasonalScore seasonal) {
        Map<Labels, Double> scores = new LinkedHashMap<>();
        now.forEach((labels, value) -> {
            OptionalDouble score = finite(new double[] {value})
                    ? seasonal.of(value, column(labels, past), subject.least())
                    : OptionalDouble.empty();
            score.ifPresent(known -> scores.put(labels(ANOMALY, labels), known));
        });
        return scores;
    }

    private static double[] column(Labels labels, List<Map<Labels, Double>> past) {
        return past.stream()
                .mapToDouble(answer -> answer.getOrDefault(labels, Double.NaN))
                .toArray();
    }

    private Labels labels(String name, Labels of) {
        List<String> kept = new ArrayList<>(subject.within());
        kept.add(subject.peer());
        return of.only(kept)
                .builder()
                .set(Labels.NAME, name)
                .set("subject", subject.name())
                .set("peer", of.get(subject.peer()))
                .build();
    }
}
