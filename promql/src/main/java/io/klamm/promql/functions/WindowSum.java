package io.klamm.promql.functions;

import io.klamm.promql.row.Windows;
import io.klamm.storage.KahanSum;

/**
 * Sums of windows as Prometheus forms them: with the rounding error carried along (Kahan, in Neumaier's form), oldest sample first.
 *
 * <p>Long windows take the difference of two running sums, each of two doubles, where that is as exact: see RATIONALE.md. The sum is left in
 * {@link #sum} and {@link #rest}, to be added up by whoever asked.
 */
final class WindowSum {

    /** From how many samples on a running sum pays. */
    private static final int LONG_WINDOW = 24;

    private static final double ULP_SQUARED = 0x1p-103;
    private static final double GOOD = 0x1p-54;
    private static final double[] NO_VALUES = {};
    private static final int[] NO_COUNTS = {};

    double sum;
    double rest;

    private double[] values = NO_VALUES;
    private int size;
    private boolean built;
    private boolean usable;
    private double errorBound;
    private double[] high = NO_VALUES;
    private double[] low = NO_VALUES;
    private int[] notZero = NO_COUNTS;

    void prepare(double[] newValues, int newSize, Windows windows) {
        values = newValues;
        size = newSize;
        built = false;
    }

    /** Sums the samples from {@code begin} to before {@code end}. */
    void of(int begin, int end) {
        if (end - begin < LONG_WINDOW || !fromRunningSums(begin, end)) {
            oneByOne(begin, end);
        }
    }

    private void oneByOne(int begin, int end) {
        double total = 0;
        double compensation = 0;
        for (int i = begin; i < end; i++) {
            double value = values[i];
            double next = total + value;
            compensation = KahanSum.rest(compensation, total, value, next);
            total = next;
        }
        sum = total;
        rest = compensation;
    }

    private boolean fromRunningSums(int begin, int end) {
        if (!built) {
            build();
        }
        if (!usable) {
            return false;
        }
        if (notZero[end] == notZero[begin]) {
            sum = 0;
            rest = 0;
            return true;
        }
        double a = high[end];
        double b = high[begin];
        double difference = a - b;
        double shadow = difference - a;
        double error = (a - (difference - shadow)) - (b + shadow);
        double tail = error + (low[end] - low[begin]);
        double head = difference + tail;
        sum = head;
        rest = tail - (head - difference);
        return errorBound <= GOOD * Math.abs(head);
    }

    /** Running sums of all samples; they are of no use if one of them is not finite. */
    private void build() {
        built = true;
        if (high.length <= size) {
            high = new double[size + size / 2 + 1];
            low = new double[high.length];
            notZero = new int[high.length];
        }
        double total = 0;
        double tail = 0;
        double magnitude = 0;
        int count = 0;
        for (int i = 0; i < size; i++) {
            double value = values[i];
            double next = total + value;
            double shadow = next - total;
            tail += (total - (next - shadow)) + (value - shadow);
            total = next;
            magnitude += Math.abs(value);
            if (value != 0) {
                count++;
            }
            high[i + 1] = total;
            low[i + 1] = tail;
            notZero[i + 1] = count;
        }
        errorBound = ULP_SQUARED * size * size * magnitude;
        usable = Double.isFinite(magnitude);
    }
}
