package io.klamm.tsdb.block;

/** Where a row of samples is cut into chunks. */
final class Cuts {

    private Cuts() {}

    /** How many of so many rows go into the next piece, if it is to have about {@code rows}: all where there is no more than a quarter too many, so that no small rest is left. */
    static int next(int remaining, int rows) {
        if (remaining <= rows + rows / 4) {
            return remaining;
        }
        return remaining < 2 * rows ? (remaining + 1) / 2 : rows;
    }
}
