package io.klamm.storage;

/** A sum of doubles that carries the rounding error along (Kahan, in Neumaier's form), as Prometheus sums. For one thread. */
public final class KahanSum {

    private double sum;
    private double compensation;

    public void add(double value) {
        double next = sum + value;
        compensation = rest(compensation, sum, value, next);
        sum = next;
    }

    /**
     * The step itself, for those who keep many sums in arrays: what is left after a value was added.
     *
     * @param rest what earlier additions left
     * @param sum before the value
     * @param next after it: {@code sum + value}
     */
    public static double rest(double rest, double sum, double value, double next) {
        if (Double.isInfinite(next)) {
            return 0;
        }
        return rest + (Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum);
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
