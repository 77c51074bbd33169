package io.klamm.scrape.check;

import io.klamm.model.series.Exemplar;
import io.klamm.model.series.Labels;
import io.klamm.model.series.MetricType;
import io.klamm.scrape.exposition.ExpositionException;
import io.klamm.scrape.exposition.ExpositionReader;
import java.util.Optional;

/** Where exemplars may stand in OpenMetrics, and how long their labels may be. */
final class ExemplarRules {

    private static final int MOST_CODE_POINTS = 128;

    private ExemplarRules() {}

    /** Why the sample's exemplar may not be there; empty if it may, or if there is none. */
    static String problem(ExpositionReader reader, MetricType type, String suffix) throws ExpositionException {
        Optional<Exemplar> exemplar = reader.exemplar(0);
        if (exemplar.isEmpty()) {
            return "";
        }
        boolean bucket =
                (type == MetricType.HISTOGRAM || type == MetricType.GAUGEHISTOGRAM) && suffix.equals("_bucket");
        boolean total = type == MetricType.COUNTER && suffix.equals("_total");
        if (!bucket && !total) {
            return "an exemplar on another sample than a bucket or a counter's total";
        }
        int length = codePoints(exemplar.get().labels());
        return length > MOST_CODE_POINTS
                ? "an exemplar whose labels have " + length + " characters (expected: at most " + MOST_CODE_POINTS + ")"
                : "";
    }

    private static int codePoints(Labels labels) {
        int sum = 0;
        for (int i = 0; i < labels.size(); i++) {
            sum += labels.name(i).codePointCount(0, labels.name(i).length());
            sum += labels.value(i).codePointCount(0, labels.value(i).length());
        }
        return sum;
    }
}
