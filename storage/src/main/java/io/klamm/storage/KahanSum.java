package io.klamm.storage;

/** A sum of doubles that carries the rounding error along (Kahan, in Neumaier's form), as Prometheus sums. For one thread. */
public final class KahanSum {

    private double sum;
    private double compensation;

    public void add(double value) {
        double next = sum + value;
        if (Double.isInfinite(next)) {
            compensation = 0;
        } else if (Math.abs(sum) >= Math.abs(value)) {
            compensation += (sum - next) + value;
        } else {
            compensation += (value - next) + sum;
        }
        sum = next;
    }

    /** The plain sum, without the rest. */
    public double sum() {
        return sum;
    }

    /** The rest that the sum's rounding left. */
    public double compensation() {
        return compensation;
    }

    /** The sum with the rest. */
    public double total() {
        return sum + compensation;
    }

    public void clear() {
        sum = 0;
        compensation = 0;
    }
}
