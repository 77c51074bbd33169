package io.klamm.promql.functions;

import io.klamm.storage.KahanSum;

/**
 * A mean as Prometheus forms it: of a sum with its rounding error carried along, until that would leave the range of doubles; from there on a mean that
 * is corrected with every value. For one thread.
 */
public final class RunningMean {

    private double total;
    private double compensation;
    private double count;
    private boolean incremental;

    /** Starts anew with a first value. */
    public void begin(double first) {
        total = first;
        compensation = 0;
        count = 1;
        incremental = false;
    }

    public void add(double value) {
        count++;
        if (!incremental) {
            double next = total + value;
            if (!Double.isInfinite(next)) {
                kahan(value, next);
                return;
            }
            incremental = true;
            total /= count - 1;
            compensation /= count - 1;
        }
        double share = (count - 1) / count;
        double part = value / count;
        total *= share;
        compensation *= share;
        kahan(part, total + part);
    }

    private void kahan(double value, double next) {
        compensation = KahanSum.rest(compensation, total, value, next);
        total = next;
    }

    public double value() {
        return incremental ? total + compensation : total / count + compensation / count;
    }
}
