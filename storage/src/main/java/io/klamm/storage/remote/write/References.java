package io.klamm.storage.remote.write;

import io.klamm.storage.remote.wire.ProtoReader;
import io.klamm.storage.remote.wire.WireException;
import java.util.Arrays;

/** The numbers of the symbols that labels consist of: names and values in turn. For one thread. */
final class References {

    private int[] numbers = new int[64];
    private int size;

    void clear() {
        size = 0;
    }

    /** Adds those of a field, which may be one number or a list. */
    void read(ProtoReader in) throws WireException {
        if (in.isNumber()) {
            add(in.varint());
            return;
        }
        int outer = in.enter();
        while (in.more()) {
            add(in.packed());
        }
        in.leave(outer);
    }

    private void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number >= 0 && number <= Integer.MAX_VALUE ? (int) number : -1;
    }

    /** How many there are; an odd number is refused. */
    int size() throws WireException {
        if (size % 2 != 0) {
            throw WireException.malformed("labels: " + size + " references (expected: an even number)");
        }
        return size;
    }

    int get(int index) {
        return numbers[index];
    }
}
