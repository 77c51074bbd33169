package io.klamm.promql.script;

import io.klamm.model.series.Labels;
import io.klamm.promql.functions.Almost;
import io.klamm.promql.value.Matrix;
import io.klamm.promql.value.MatrixSeries;
import io.klamm.promql.value.Scalar;
import io.klamm.promql.value.StringValue;
import io.klamm.promql.value.Value;
import io.klamm.promql.value.Vector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares values with what is expected: labels exactly, numbers to a millionth of their sum. */
final class ResultCheck {

    private static final double SHARE = 1e-6;

    private final Expectation expected;
    private final EvalTimes times;

    ResultCheck(Expectation expected, EvalTimes times) {
        this.expected = expected;
        this.times = times;
    }

    void check(Value value) throws MismatchException {
        String string = expected.string();
        if (string != null) {
            checkString(value, string);
        } else if (value instanceof Matrix matrix) {
            checkMatrix(matrix);
        } else if (value instanceof Scalar scalar) {
            checkScalar(scalar.value());
        } else if (value instanceof Vector vector) {
            checkVector(vector);
        } else {
            throw new MismatchException("value " + value + " (expected: no string)");
        }
    }

    private static void checkString(Value value, String wanted) throws MismatchException {
        if (!(value instanceof StringValue string) || !string.value().equals(wanted)) {
            throw new MismatchException("value " + value + " (expected: string " + wanted + ")");
        }
    }

    private void checkScalar(double value) throws MismatchException {
        Double wanted = expected.scalar();
        if (wanted == null || !Almost.equal(wanted, value, SHARE)) {
            throw new MismatchException("scalar " + value + " (expected: " + wanted + ")");
        }
    }

    private void checkVector(Vector vector) throws MismatchException {
        if (expected.scalar() != null || expected.rangeVector() != null) {
            throw new MismatchException("an instant vector (expected: a scalar or a range vector)");
        }
        Map<Labels, Integer> places = new HashMap<>();
        for (int i = 0; i < expected.series().size(); i++) {
            places.put(expected.series().get(i).labels(), i);
        }
        for (int i = 0; i < vector.size(); i++) {
            Integer place = places.remove(vector.labels(i));
            if (place == null) {
                throw new MismatchException("series " + vector.labels(i) + " " + vector.value(i)
                        + " (expected: no such series, or no such twice)");
            }
            checkPoint(vector.labels(i), expected.series().get(place), vector.value(i));
            if (expected.ordered() && place != i) {
                throw new MismatchException(
                        "series " + vector.labels(i) + " at place " + i + " (expected: at " + place + ")");
            }
        }
        if (!places.isEmpty()) {
            throw new MismatchException("no series " + places.keySet() + " (expected: with a value)");
        }
    }

    private static void checkPoint(Labels labels, SeriesLine wanted, double value) throws MismatchException {
        if (wanted.size() != 1 || !wanted.number(0) || !Almost.equal(wanted.value(0), value, SHARE)) {
            throw new MismatchException("series " + labels + ": " + value + " (expected: "
                    + (wanted.size() == 0 || !wanted.number(0) ? "no value" : wanted.value(0)) + ")");
        }
    }

    /** Compares the values at one time of a range with what an instant evaluation is to come to. */
    void checkStep(Matrix matrix, long time) throws MismatchException {
        checkSorted(matrix);
        List<Labels> labels = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (MatrixSeries series : matrix.series()) {
            for (int i = 0; i < series.size(); i++) {
                if (series.time(i) == time) {
                    labels.add(series.labels());
                    values.add(series.value(i));
                }
            }
        }
        double[] array = values.stream().mapToDouble(Double::doubleValue).toArray();
        if (expected.scalar() != null && array.length == 1) {
            checkScalar(array[0]);
        } else {
            checkVector(new Vector(time, labels, array));
        }
    }

    private void checkMatrix(Matrix matrix) throws MismatchException {
        if (expected.scalar() != null) {
            throw new MismatchException("a matrix (expected: a scalar)");
        }
        checkSorted(matrix);
        EvalTimes range = expected.rangeVector();
        Map<Labels, MatrixSeries> found = new HashMap<>();
        for (MatrixSeries series : matrix.series()) {
            if (found.put(series.labels(), series) != null) {
                throw new MismatchException("series " + series.labels() + " twice");
            }
        }
        for (SeriesLine line : expected.series()) {
            MatrixSeries series = found.remove(line.labels());
            if (series == null) {
                throw new MismatchException("no series " + line.labels() + " (found: " + found.keySet() + ")");
            }
            checkSeries(series, line, range == null ? times : range);
        }
        if (!found.isEmpty()) {
            throw new MismatchException("series " + found.keySet() + " (expected: none)");
        }
    }

    private static void checkSeries(MatrixSeries series, SeriesLine wanted, EvalTimes times) throws MismatchException {
        int at = 0;
        for (int step = 0; step < wanted.size(); step++) {
            if (!wanted.number(step)) {
                continue;
            }
            long time = times.start() + step * times.step();
            if (at >= series.size()
                    || series.time(at) != time
                    || !Almost.equal(wanted.value(step), series.value(at), SHARE)) {
                String instead =
                        at < series.size() ? series.value(at) + " at " + series.time(at) + " ms" : "nothing more";
                throw new MismatchException("series " + series.labels() + ": " + instead + " (expected: "
                        + wanted.value(step) + " at " + time + " ms)");
            }
            at++;
        }
        if (at < series.size()) {
            throw new MismatchException("series " + series.labels() + ": " + series.value(at) + " at " + series.time(at)
                    + " ms (expected: no value there)");
        }
    }

    private static void checkSorted(Matrix matrix) throws MismatchException {
        for (int i = 1; i < matrix.series().size(); i++) {
            Labels before = matrix.series().get(i - 1).labels();
            if (before.compareTo(matrix.series().get(i).labels()) > 0) {
                throw new MismatchException("series " + before + " (expected: after the next one)");
            }
        }
    }
}
