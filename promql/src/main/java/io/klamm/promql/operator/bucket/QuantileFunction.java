package io.klamm.promql.operator.bucket;

import io.klamm.model.series.GoFloat;
import io.klamm.model.series.Labels;
import io.klamm.promql.ast.Span;
import io.klamm.promql.functions.Buckets;
import io.klamm.promql.operator.Head;
import io.klamm.promql.operator.ScalarOperator;
import io.klamm.promql.row.Steps;
import io.klamm.promql.value.Annotations;
import io.klamm.promql.value.QueryException;
import java.util.List;

/** One or more quantiles of a histogram; with a label, each is named by it. */
final class QuantileFunction implements BucketFunction {

    /**
     * A quantile that is asked for.
     *
     * @param values which, at each step
     * @param at where it stands in the expression
     */
    record Asked(ScalarOperator values, Span at) {}

    private final Annotations annotations;
    private final List<Asked> asked;
    private final Span forcedAt;
    private final String label;
    private final Steps steps;

    /**
     * Quantiles.
     *
     * @param forcedAt the place to blame for counts that had to be raised
     * @param label the label that tells which quantile a series is; empty for none
     */
    QuantileFunction(Annotations annotations, List<Asked> asked, Span forcedAt, String label, Steps steps) {
        this.annotations = annotations;
        this.asked = asked;
        this.forcedAt = forcedAt;
        this.label = label;
        this.steps = steps;
    }

    @Override
    public void begin() {
        for (Asked one : asked) {
            for (double quantile : one.values().values()) {
                if (!(quantile >= 0 && quantile <= 1)) {
                    annotations.invalidQuantile(quantile, one.at());
                }
            }
            if (!label.isEmpty()) {
                requireSame(one.values().values());
            }
        }
    }

    /** The label tells one quantile. */
    private static void requireSame(double[] quantiles) {
        for (double quantile : quantiles) {
            if (Double.compare(quantile, quantiles[0]) != 0) {
                throw QueryException.unsupported("histogram_quantiles() with quantiles that change over time");
            }
        }
    }

    @Override
    public int results() {
        return asked.size();
    }

    @Override
    public Head rename(int result, Head head) {
        if (label.isEmpty()) {
            return head;
        }
        double quantile = asked.get(result).values().values()[0];
        Labels labels = head.labels().with(label, text(quantile));
        return new Head(labels, head.dropName());
    }

    /** As OpenMetrics writes numbers: always with a point or an exponent. */
    private static String text(double quantile) {
        String text = GoFloat.format(quantile, GoFloat.Form.GENERAL);
        boolean whole = text.chars().allMatch(c -> c == '-' || Character.isDigit(c));
        return whole ? text + ".0" : text;
    }

    @Override
    public double value(int result, int step, Buckets buckets) {
        double value = buckets.quantile(asked.get(result).values().values()[step]);
        if (buckets.forced()) {
            annotations.forcedMonotonicity(
                    steps.time(step), buckets.lowestForced(), buckets.highestForced(), buckets.mostForced(), forcedAt);
        }
        return value;
    }
}
