package io.klamm.promql.operator;

/** Gives a number at each step. For one thread. */
public interface ScalarOperator {

    /** The number at each step; always the same array, which nobody writes into. */
    double[] values();
}
