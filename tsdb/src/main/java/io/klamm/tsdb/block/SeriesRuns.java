package io.klamm.tsdb.block;

import java.util.Arrays;

/** How the samples of a series belong to groups: so many of one, then so many of another. For one thread. */
final class SeriesRuns {

    private int[] groups = new int[8];
    private int[] lengths = new int[8];
    private int size;

    void add(int group, int length) {
        if (size > 0 && groups[size - 1] == group) {
            lengths[size - 1] += length;
            return;
        }
        if (size == groups.length) {
            groups = Arrays.copyOf(groups, 2 * size);
            lengths = Arrays.copyOf(lengths, 2 * size);
        }
        groups[size] = group;
        lengths[size++] = length;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    int group(int run) {
        return groups[run];
    }

    int length(int run) {
        return lengths[run];
    }
}
