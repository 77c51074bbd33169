package io.klamm.promql.operator.aggregate;

import io.klamm.model.series.Labels;
import io.klamm.promql.ast.Aggregator;
import io.klamm.promql.operator.Evaluation;
import io.klamm.promql.operator.Head;
import io.klamm.promql.operator.VectorOperator;
import io.klamm.promql.row.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** An aggregation that makes one series of each group. Reads its whole input before it says what groups there are. */
public final class Aggregation implements VectorOperator {

    private final Evaluation evaluation;
    private final VectorOperator input;
    private final Grouping grouping;
    private final int steps;
    private final Supplier<Accumulator> accumulators;
    private final List<Group> groups = new ArrayList<>();
    private int at;

    private Aggregation(
            Evaluation evaluation,
            VectorOperator input,
            Grouping grouping,
            int steps,
            Supplier<Accumulator> accumulators) {
        this.evaluation = evaluation;
        this.input = input;
        this.grouping = grouping;
        this.steps = steps;
        this.accumulators = accumulators;
    }

    /** One of those without an argument. */
    public static Aggregation of(
            Evaluation evaluation, Aggregator op, VectorOperator input, Grouping grouping, int steps) {
        Supplier<Accumulator> accumulators =
                switch (op) {
                    case SUM -> () -> new SumAccumulator(steps);
                    case AVG -> () -> new AvgAccumulator(steps);
                    case COUNT -> () -> SimpleAccumulator.count(steps);
                    case MIN -> () -> SimpleAccumulator.min(steps);
                    case MAX -> () -> SimpleAccumulator.max(steps);
                    case GROUP -> () -> SimpleAccumulator.group(steps);
                    case STDDEV -> () -> new VarianceAccumulator(steps, true);
                    case STDVAR -> () -> new VarianceAccumulator(steps, false);
                    case TOPK, BOTTOMK, COUNT_VALUES, QUANTILE, LIMITK, LIMIT_RATIO ->
                        throw new IllegalArgumentException(
                                "aggregation " + op.word() + " (expected: one without an argument)");
                };
        return new Aggregation(evaluation, input, grouping, steps, accumulators);
    }

    /**
     * The quantile of each group.
     *
     * @param quantiles gives the one asked for at each step
     */
    public static Aggregation quantile(
            Evaluation evaluation, VectorOperator input, Grouping grouping, Supplier<double[]> quantiles, int steps) {
        return new Aggregation(
                evaluation,
                input,
                grouping,
                steps,
                () -> new QuantileAccumulator(quantiles.get(), evaluation.budget()));
    }

    /** A group on its way. */
    private static final class Group {
        final Labels labels;
        final Accumulator accumulator;
        boolean dropName;

        Group(Labels labels, Accumulator accumulator) {
            this.labels = labels;
            this.accumulator = accumulator;
        }
    }

    @Override
    public List<Head> heads() {
        Map<Labels, Group> found = new LinkedHashMap<>();
        Row row = new Row(steps);
        for (Head head : input.heads()) {
            input.next(row);
            row.trim();
            if (!row.isEmpty()) {
                Group group = found.computeIfAbsent(grouping.group(head.labels()), this::begin);
                group.accumulator.add(row);
                group.dropName |= head.dropName();
            }
        }
        groups.addAll(found.values());
        return groups.stream()
                .map(group -> new Head(group.labels, group.dropName))
                .toList();
    }

    private Group begin(Labels labels) {
        Accumulator accumulator = accumulators.get();
        evaluation.budget().hold((long) accumulator.cost() * steps);
        return new Group(labels, accumulator);
    }

    @Override
    public void next(Row row) {
        groups.get(at++).accumulator.finish(row);
    }

    @Override
    public void skip() {
        at++;
    }
}
