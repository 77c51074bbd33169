package io.klamm.promql.functions;

import java.util.Arrays;

/**
 * Which of a series' samples stand for whole chunks that were not read, and for what: how many samples more there are, and what the rounding of their sum left. For one thread; {@link #clear} keeps the
 * room for the next series.
 */
final class StandIns {

    private int[] indices = new int[8];
    private long[] before = new long[9];
    private double[] rests = new double[8];
    private int size;

    /**
     * Notes one; they come in the order of the samples.
     *
     * @param index of the sample
     * @param more how many samples it stands for besides itself
     * @param rest what the rounding of the sum left that it stands for
     */
    void add(int index, int more, double rest) {
        if (size == indices.length) {
            indices = Arrays.copyOf(indices, 2 * size);
            rests = Arrays.copyOf(rests, 2 * size);
            before = Arrays.copyOf(before, 2 * size + 1);
        }
        indices[size] = index;
        rests[size] = rest;
        before[size + 1] = before[size] + more;
        size++;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** How many samples there are besides those from {@code low} to before {@code high}. */
    long more(int low, int high) {
        return size == 0 ? 0 : before[firstFrom(high)] - before[firstFrom(low)];
    }

    private int firstFrom(int index) {
        int at = Arrays.binarySearch(indices, 0, size, index);
        return at >= 0 ? at : -at - 1;
    }

    /** Puts the rests at the places of their samples, and nothing anywhere else. */
    void putRests(double[] column, int samples) {
        Arrays.fill(column, 0, samples, 0);
        for (int i = 0; i < size; i++) {
            column[indices[i]] = rests[i];
        }
    }

    void clear() {
        size = 0;
    }
}
