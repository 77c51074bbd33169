package io.klamm.storage.remote.send;

import io.klamm.model.series.Labels;

/** A series as a destination gets it, and its samples of the round, linked by their rows. For one thread. */
final class SentSeries {

    static final int NONE = -1;

    private final Labels labels;
    private int first = NONE;
    private int last = NONE;

    SentSeries(Labels labels) {
        this.labels = labels;
    }

    Labels labels() {
        return labels;
    }

    /** Whether it has no sample in the round yet. */
    boolean isEmpty() {
        return first == NONE;
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }

    void add(int row) {
        if (first == NONE) {
            first = row;
        }
        last = row;
    }

    void clear() {
        first = NONE;
        last = NONE;
    }
}
