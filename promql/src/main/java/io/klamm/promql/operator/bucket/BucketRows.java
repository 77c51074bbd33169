package io.klamm.promql.operator.bucket;

import io.klamm.model.series.Labels;
import io.klamm.promql.ast.Span;
import io.klamm.promql.functions.Buckets;
import io.klamm.promql.operator.Evaluation;
import io.klamm.promql.operator.Head;
import io.klamm.promql.operator.VectorOperator;
import io.klamm.promql.row.KeptRow;
import io.klamm.promql.row.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** {@code histogram_quantile}, {@code histogram_quantiles} and {@code histogram_fraction} over classic histograms. Reads its whole input first. */
public final class BucketRows implements VectorOperator {

    private static final String BOUND = "le";
    private static final Set<String> BOUND_ONLY = Set.of(BOUND);

    private final Evaluation evaluation;
    private final VectorOperator input;
    private final Span inputAt;
    private final BucketFunction function;
    private final int steps;
    private final Buckets buckets = new Buckets();
    private final List<Histogram> histograms = new ArrayList<>();
    private int at;

    /**
     * A function of the buckets.
     *
     * @param inputAt where the buckets stand in the expression
     */
    BucketRows(Evaluation evaluation, VectorOperator input, Span inputAt, BucketFunction function, int steps) {
        this.evaluation = evaluation;
        this.input = input;
        this.inputAt = inputAt;
        this.function = function;
        this.steps = steps;
    }

    @Override
    public List<Head> heads() {
        function.begin();
        Map<Labels, Histogram> found = new LinkedHashMap<>();
        Row row = new Row(steps);
        for (Head head : input.heads()) {
            input.next(row);
            KeptRow kept = KeptRow.of(row);
            if (!kept.isEmpty()) {
                assign(head.labels(), kept, found);
            }
        }
        histograms.addAll(found.values());
        histograms.forEach(Histogram::sort);
        List<Head> heads = new ArrayList<>();
        for (int result = 0; result < function.results(); result++) {
            for (Histogram histogram : histograms) {
                heads.add(function.rename(result, new Head(histogram.labels(), true)));
            }
        }
        return heads;
    }

    private void assign(Labels labels, KeptRow counts, Map<Labels, Histogram> found) {
        String text = labels.get(BOUND);
        OptionalDouble bound = BucketBound.parse(text);
        if (bound.isEmpty()) {
            String metric = evaluation.delayedNameRemoval() ? labels.metricName() : "";
            evaluation.annotations().badBucketLabel(metric, text, inputAt);
            return;
        }
        evaluation.budget().hold(counts.size());
        Labels whole = labels.without(BOUND_ONLY);
        found.computeIfAbsent(whole, key -> new Histogram(Evaluation.withoutMetadata(key)))
                .add(bound.getAsDouble(), counts);
    }

    @Override
    public void next(Row row) {
        int result = at / histograms.size();
        Histogram histogram = histograms.get(at % histograms.size());
        at++;
        for (int step = 0; step < steps; step++) {
            histogram.at(step, buckets);
            row.values()[step] = buckets.size() == 0 ? Row.ABSENT : function.value(result, step, buckets);
        }
        row.span(0, steps);
        evaluation.budget().work(1);
    }

    @Override
    public void skip() {
        at++;
    }
}
