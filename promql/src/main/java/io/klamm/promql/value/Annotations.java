package io.klamm.promql.value;

import io.klamm.model.series.GoFloat;
import io.klamm.model.series.LabelText;
import io.klamm.promql.ast.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a person should know about an answer: warnings that it may be wrong, and lesser facts (infos). Each is said once, with the place in the
 * expression that it was last found at. For one thread.
 */
public final class Annotations {

    private static final String WARNING = "PromQL warning: ";
    private static final String INFO = "PromQL info: ";
    private static final String NOT_MONOTONIC = "input to histogram_quantile needed to be fixed for monotonicity"
            + " (see https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile)";

    private final Map<String, Span> warnings = new LinkedHashMap<>();
    private final Map<String, Span> infos = new LinkedHashMap<>();
    private final Map<String, Monotonicity> fixes = new LinkedHashMap<>();
    private final Set<String> storage = new LinkedHashSet<>();

    /** A quantile that is none: its answer is an infinity or not a number. */
    public void invalidQuantile(double quantile, Span at) {
        warn("quantile value should be between 0 and 1, got " + general(quantile), at);
    }

    /**
     * A series among buckets whose {@code le} is no number.
     *
     * @param metric empty where it is not to be told
     */
    public void badBucketLabel(String metric, String le, Span at) {
        warn("bucket label \"le\" is missing or has a malformed value of " + quote(le) + forMetric(metric), at);
    }

    /** A sort over a range, which has no effect. */
    public void sortInRangeQuery(Span at) {
        warn("sort is ineffective for range queries since results are always ordered by labels", at);
    }

    /** A rate over what by its name is no counter. */
    public void possiblyNoCounter(String metric, Span at) {
        info("metric might not be a counter, name does not end in _total/_sum/_count/_bucket: " + quote(metric), at);
    }

    /**
     * Buckets whose counts fell with rising bounds, at one time.
     *
     * @param lowest bound of the lowest bucket that was raised
     * @param highest bound of the highest one
     * @param most by how much at most
     */
    public void forcedMonotonicity(long time, double lowest, double highest, double most, Span at) {
        infos.put(NOT_MONOTONIC, at);
        fixes.merge(NOT_MONOTONIC, new Monotonicity(time, time, lowest, highest, most, 1), Monotonicity::and);
    }

    /** What the store could not read. */
    public void storage(List<String> texts) {
        storage.addAll(texts);
    }

    private void warn(String text, Span at) {
        warnings.put(text, at);
    }

    private void info(String text, Span at) {
        infos.put(text, at);
    }

    /** The warnings as Prometheus's API tells them, each with {@code (line:column)} of the expression. */
    public List<String> warnings(String expression) {
        List<String> texts = new ArrayList<>(storage);
        warnings.forEach((text, at) -> texts.add(WARNING + text + place(at, expression)));
        return texts;
    }

    /** The infos as Prometheus's API tells them, each with {@code (line:column)} of the expression. */
    public List<String> infos(String expression) {
        List<String> texts = new ArrayList<>();
        infos.forEach((text, at) -> {
            Monotonicity fix = fixes.get(text);
            texts.add(INFO + text + (fix == null ? "" : fix.text()) + place(at, expression));
        });
        return texts;
    }

    private static String place(Span at, String expression) {
        return " (" + at.lineAndColumn(expression) + ")";
    }

    private static String forMetric(String metric) {
        return metric.isEmpty() ? "" : " for metric name " + quote(metric);
    }

    private static String quote(String text) {
        return LabelText.quote(text);
    }

    private static String general(double value) {
        return GoFloat.format(value, GoFloat.Form.GENERAL);
    }
}
