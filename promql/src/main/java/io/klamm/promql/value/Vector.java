package io.klamm.promql.value;

import io.klamm.model.series.Labels;
import io.klamm.promql.ast.ValueType;
import java.util.List;

/** Series with one value each, all of the same time; in the order that the query gave them. */
public final class Vector implements Value {

    private final long time;
    private final List<Labels> labels;
    private final double[] values;

    /** Takes over the array; it has as many values as there are labels. */
    public Vector(long time, List<Labels> labels, double[] values) {
        if (labels.size() != values.length) {
            throw new IllegalArgumentException("values: " + values.length + " (expected: " + labels.size() + ")");
        }
        this.time = time;
        this.labels = List.copyOf(labels);
        this.values = values;
    }

    @Override
    public ValueType type() {
        return ValueType.VECTOR;
    }

    /** The time of the evaluation, in milliseconds since the epoch. */
    public long time() {
        return time;
    }

    public int size() {
        return values.length;
    }

    public Labels labels(int index) {
        return labels.get(index);
    }

    public double value(int index) {
        return values[index];
    }
}
