package io.klamm.promql.operator.aggregate;

import io.klamm.promql.row.Row;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Aggregations that need one number a step: {@code min}, {@code max}, {@code count} and {@code group}. */
final class SimpleAccumulator implements Accumulator {

    private final double[] kept;
    private final DoubleUnaryOperator first;
    private final DoubleBinaryOperator next;

    private SimpleAccumulator(int steps, DoubleUnaryOperator first, DoubleBinaryOperator next) {
        this.kept = new double[steps];
        this.first = first;
        this.next = next;
        Arrays.fill(kept, Row.ABSENT);
    }

    static Accumulator min(int steps) {
        return new SimpleAccumulator(
                steps, value -> value, (known, value) -> known > value || Double.isNaN(known) ? value : known);
    }

    static Accumulator max(int steps) {
        return new SimpleAccumulator(
                steps, value -> value, (known, value) -> known < value || Double.isNaN(known) ? value : known);
    }

    static Accumulator count(int steps) {
        return new SimpleAccumulator(steps, value -> 1, (known, value) -> known + 1);
    }

    static Accumulator group(int steps) {
        return new SimpleAccumulator(steps, value -> 1, (known, value) -> 1);
    }

    @Override
    public int cost() {
        return 1;
    }

    @Override
    public void add(Row row) {
        double[] values = row.values();
        for (int i = row.from(); i < row.to(); i++) {
            double value = values[i];
            if (!Row.absent(value)) {
                kept[i] = Row.absent(kept[i]) ? first.applyAsDouble(value) : next.applyAsDouble(kept[i], value);
            }
        }
    }

    @Override
    public void finish(Row out) {
        System.arraycopy(kept, 0, out.values(), 0, kept.length);
        out.span(0, kept.length);
    }
}
