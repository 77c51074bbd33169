package io.klamm.promql.functions;

import io.klamm.storage.ChunkSummary;
import io.klamm.storage.KahanSum;
import io.klamm.storage.SampleBuffer;

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

    /** So many chunks of such sums could still be added without leaving the range of doubles. */
    private static final double MODEST = 1e290;

    private static final double[] NO_VALUES = {};
    private static final int[] NO_COUNTS = {};

    double sum;
    double rest;

    private double[] values = NO_VALUES;
    private double[] rests = NO_VALUES;
    private boolean condensed;
    private long count;
    private int size;
    private boolean built;
    private boolean usable;
    private double errorBound;
    private double[] high = NO_VALUES;
    private double[] low = NO_VALUES;
    private int[] notZero = NO_COUNTS;

    /**
     * Puts a chunk's sum in place of its samples, if it has lost no more by rounding than running sums do: that is so where all of its samples have the same sign.
     */
    static boolean condense(ChunkSummary chunk, long last, SampleBuffer samples, StandIns standIns) {
        boolean oneSign = chunk.min() >= 0 || chunk.max() <= 0;
        if (!oneSign || Math.abs(chunk.sum()) > MODEST) {
            return false;
        }
        standIns.add(samples.size(), chunk.count() - 1, chunk.compensation());
        samples.add(last, chunk.sum());
        return true;
    }

    void prepare(double[] newValues, int newSize, StandIns standIns) {
        values = newValues;
        size = newSize;
        count = newSize + standIns.more(0, newSize);
        condensed = !standIns.isEmpty();
        built = false;
        if (condensed) {
            if (rests.length < size) {
                rests = new double[size + size / 2];
            }
            standIns.putRests(rests, size);
        }
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
            if (condensed) {
                compensation += rests[i];
            }
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
        int nonZero = 0;
        for (int i = 0; i < size; i++) {
            double value = values[i];
            double next = total + value;
            double shadow = next - total;
            tail += (total - (next - shadow)) + (value - shadow);
            total = next;
            if (condensed) {
                tail += rests[i];
            }
            magnitude += Math.abs(value);
            if (value != 0) {
                nonZero++;
            }
            high[i + 1] = total;
            low[i + 1] = tail;
            notZero[i + 1] = nonZero;
        }
        errorBound = ULP_SQUARED * count * count * magnitude;
        usable = Double.isFinite(magnitude);
    }
}
