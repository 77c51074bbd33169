package io.klamm.lag.burrow;

import java.util.ArrayList;
import java.util.List;

/** The newest end offsets of one partition. */
final class EndRing {

    private final long[] offsets;
    private int next;
    private int size;

    EndRing(int length) {
        offsets = new long[length];
    }

    void add(long offset) {
        offsets[next] = offset;
        next = (next + 1) % offsets.length;
        size = Math.min(size + 1, offsets.length);
    }

    int size() {
        return size;
    }

    /** At an index from 0, the oldest, to size - 1. */
    long offset(int index) {
        return offsets[(next + offsets.length - size + index) % offsets.length];
    }

    /** The newest; there must be one. */
    long newest() {
        return offsets[next == 0 ? offsets.length - 1 : next - 1];
    }

    List<Long> toList() {
        List<Long> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(offset(i));
        }
        return list;
    }
}
