package io.klamm.promql.value;

import io.klamm.promql.ast.ValueType;
import java.util.List;

/** Series with any number of values each, sorted by their labels. */
public record Matrix(List<MatrixSeries> series) implements Value {

    public Matrix {
        series = List.copyOf(series);
    }

    @Override
    public ValueType type() {
        return ValueType.MATRIX;
    }

    /** How many points all series have together. */
    public long points() {
        return series.stream().mapToLong(MatrixSeries::size).sum();
    }
}
