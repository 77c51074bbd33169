package io.klamm.promql.operator.aggregate;

import io.klamm.promql.budget.QueryBudget;
import io.klamm.promql.row.Row;
import java.util.Arrays;

/** For each step of one group, a heap of the best series so far, the worst of them on top. */
final class StepTops {

    private static final double[] NO_VALUES = {};
    private static final int[] NO_SERIES = {};

    private final double[] wanted;
    private final int members;
    private final boolean greatest;
    private final QueryBudget budget;
    private final double[][] values;
    private final int[][] series;
    private final int[] sizes;

    /** Takes a series and its value. */
    interface Taker {
        void take(int series, double value);
    }

    /**
     * Heaps without anything in them.
     *
     * @param wanted how many series at each step
     * @param members how many series there are at most
     */
    StepTops(double[] wanted, int members, boolean greatest, QueryBudget budget) {
        this.wanted = wanted;
        this.members = members;
        this.greatest = greatest;
        this.budget = budget;
        values = new double[wanted.length][];
        series = new int[wanted.length][];
        sizes = new int[wanted.length];
        Arrays.fill(values, NO_VALUES);
        Arrays.fill(series, NO_SERIES);
    }

    void add(int index, Row row) {
        for (int step = row.from(); step < row.to(); step++) {
            double value = row.values()[step];
            if (!Row.absent(value)) {
                offer(step, index, value);
            }
        }
    }

    private void offer(int step, int index, double value) {
        long limit = Math.min(members, (long) wanted[step]);
        int size = sizes[step];
        if (size < limit) {
            grow(step, limit);
            values[step][size] = value;
            series[step][size] = index;
            sizes[step]++;
            up(step, size);
        } else if (limit > 0 && worse(values[step][0], value)) {
            values[step][0] = value;
            series[step][0] = index;
            down(step, size);
        }
    }

    private void grow(int step, long limit) {
        int room = values[step].length;
        if (sizes[step] == room) {
            int more = (int) Math.min(limit, Math.max(4, room * 2L));
            budget.hold(more - room);
            values[step] = Arrays.copyOf(values[step], more);
            series[step] = Arrays.copyOf(series[step], more);
        }
    }

    /** Whether one value has to give way to another: what is not a number gives way to every number. */
    private boolean worse(double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.isNaN(a) && !Double.isNaN(b);
        }
        return greatest ? a < b : a > b;
    }

    /** Whether what is at i has to be above what is at j: it is worse, or as good and came later. */
    private boolean above(int step, int i, int j) {
        double a = values[step][i];
        double b = values[step][j];
        return worse(a, b) || (!worse(b, a) && series[step][i] > series[step][j]);
    }

    private void up(int step, int from) {
        int child = from;
        while (child > 0 && above(step, child, (child - 1) / 2)) {
            swap(step, child, (child - 1) / 2);
            child = (child - 1) / 2;
        }
    }

    private void down(int step, int size) {
        int parent = 0;
        while (true) {
            int child = 2 * parent + 1;
            if (child >= size) {
                return;
            }
            if (child + 1 < size && above(step, child + 1, child)) {
                child++;
            }
            if (!above(step, child, parent)) {
                return;
            }
            swap(step, child, parent);
            parent = child;
        }
    }

    private void swap(int step, int i, int j) {
        double value = values[step][i];
        values[step][i] = values[step][j];
        values[step][j] = value;
        int index = series[step][i];
        series[step][i] = series[step][j];
        series[step][j] = index;
    }

    /** Takes the heap of a step apart: gives what it holds, the best first. */
    void ranked(int step, Taker taker) {
        int size = sizes[step];
        double[] best = new double[size];
        int[] who = new int[size];
        for (int rank = size - 1; rank >= 0; rank--) {
            best[rank] = values[step][0];
            who[rank] = series[step][0];
            values[step][0] = values[step][rank];
            series[step][0] = series[step][rank];
            down(step, rank);
        }
        sizes[step] = 0;
        for (int rank = 0; rank < size; rank++) {
            taker.take(who[rank], best[rank]);
        }
    }
}
