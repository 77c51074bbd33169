package io.klamm.promql.engine;

import io.klamm.model.series.Labels;
import io.klamm.promql.ast.Expr;
import io.klamm.promql.operator.Condenser;
import io.klamm.promql.operator.Evaluation;
import io.klamm.promql.operator.Head;
import io.klamm.promql.operator.MergedRows;
import io.klamm.promql.operator.RowOperator;
import io.klamm.promql.operator.ScalarRow;
import io.klamm.promql.operator.VectorOperator;
import io.klamm.promql.row.Row;
import io.klamm.promql.row.Steps;
import io.klamm.promql.value.Matrix;
import io.klamm.promql.value.MatrixSeries;
import io.klamm.promql.value.Scalar;
import io.klamm.promql.value.StringValue;
import io.klamm.promql.value.Value;
import io.klamm.promql.value.Vector;
import io.klamm.storage.SampleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Runs a plan and puts together what it gives. */
final class ResultBuilder {

    private final Evaluation evaluation;
    private final Planner planner;
    private final QuerySpan span;
    private final Steps steps;

    ResultBuilder(Evaluation evaluation, Planner planner, QuerySpan span) {
        this.evaluation = evaluation;
        this.planner = planner;
        this.span = span;
        this.steps = span.steps();
    }

    Value build(Expr expr) {
        return switch (expr.type()) {
            case STRING -> new StringValue(span.start(), Planner.string(expr).value());
            case SCALAR ->
                span.instant()
                        ? new Scalar(span.start(), planner.scalar(expr, steps).values()[0])
                        : matrix(new ScalarRow(planner.scalar(expr, steps)));
            case VECTOR -> {
                VectorOperator plan = withFinalNames(planner.vector(expr, steps));
                yield span.instant() ? vector(plan) : matrix(plan);
            }
            case MATRIX -> samples(expr);
        };
    }

    /** Names whose removal was put off go now. */
    private VectorOperator withFinalNames(VectorOperator plan) {
        if (!evaluation.delayedNameRemoval()) {
            return plan;
        }
        RowOperator renamed = RowOperator.renaming(plan, ResultBuilder::withFinalName);
        return new MergedRows(evaluation, renamed, steps.count());
    }

    private static Head withFinalName(Head head) {
        return head.dropName() ? Head.of(Evaluation.withoutMetadata(head.labels())) : head;
    }

    private Vector vector(VectorOperator plan) {
        List<Labels> labels = new ArrayList<>();
        List<Head> heads = plan.heads();
        double[] values = new double[heads.size()];
        Row row = new Row(1);
        for (Head head : heads) {
            plan.next(row);
            double value = row.get(0);
            if (!Row.absent(value)) {
                values[labels.size()] = value;
                labels.add(head.labels());
            }
        }
        return new Vector(span.start(), labels, Arrays.copyOf(values, labels.size()));
    }

    private Matrix matrix(VectorOperator plan) {
        long[] allTimes = steps.times();
        List<MatrixSeries> series = new ArrayList<>();
        Row row = new Row(steps.count());
        for (Head head : plan.heads()) {
            plan.next(row);
            row.trim();
            if (!row.isEmpty()) {
                evaluation.budget().hold(row.to() - row.from());
                series.add(points(head.labels(), row, allTimes));
            }
        }
        series.sort(Comparator.comparing(MatrixSeries::labels));
        return new Matrix(series);
    }

    private MatrixSeries points(Labels labels, Row row, long[] allTimes) {
        double[] values = new double[row.to() - row.from()];
        int count = 0;
        for (int step = row.from(); step < row.to(); step++) {
            double value = row.values()[step];
            if (!Row.absent(value)) {
                values[count++] = value;
            }
        }
        if (count == allTimes.length) {
            return new MatrixSeries(labels, allTimes, values, count);
        }
        long[] times = new long[count];
        for (int step = row.from(), at = 0; step < row.to(); step++) {
            if (!Row.absent(row.values()[step])) {
                times[at++] = allTimes[step];
            }
        }
        return new MatrixSeries(labels, times, values, count);
    }

    private Matrix samples(Expr expr) {
        RangePlanner.Input input = planner.range(expr, steps);
        long first = input.windows().earliest();
        long last = input.windows().latest();
        List<MatrixSeries> series = new ArrayList<>();
        SampleBuffer buffer = new SampleBuffer();
        for (Head head : input.source().heads()) {
            input.source().next(buffer, Condenser.NONE);
            int from = firstAtOrAfter(buffer, first);
            int to = firstAtOrAfter(buffer, last + 1);
            if (from < to) {
                evaluation.budget().hold(to - from);
                series.add(new MatrixSeries(
                        withFinalName(head).labels(),
                        Arrays.copyOfRange(buffer.times(), from, to),
                        Arrays.copyOfRange(buffer.values(), from, to),
                        to - from));
            }
        }
        series.sort(Comparator.comparing(MatrixSeries::labels));
        return new Matrix(series);
    }

    private static int firstAtOrAfter(SampleBuffer samples, long time) {
        int at = Arrays.binarySearch(samples.times(), 0, samples.size(), time);
        return at >= 0 ? at : -at - 1;
    }
}
