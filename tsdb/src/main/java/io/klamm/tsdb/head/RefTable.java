package io.klamm.tsdb.head;

import io.klamm.model.series.Labels;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The references of one appender by their labels: an open hash table. For one thread. */
final class RefTable {

    private @Nullable Ref[] slots = new Ref[16];
    private int size;

    int size() {
        return size;
    }

    @Nullable
    Ref find(Labels labels) {
        int mask = slots.length - 1;
        for (int slot = slot(labels, mask); ; slot = (slot + 1) & mask) {
            Ref ref = slots[slot];
            if (ref == null || ref.labels().equals(labels)) {
                return ref;
            }
        }
    }

    /** Adds a reference whose labels are not there. */
    void add(Ref ref) {
        if (2 * (size + 1) > slots.length) {
            rebuild(slots.length * 2, each -> true);
        }
        put(ref);
        size++;
    }

    private void put(Ref ref) {
        int mask = slots.length - 1;
        int slot = slot(ref.labels(), mask);
        while (slots[slot] != null) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = ref;
    }

    /** Keeps only some. */
    void retain(Predicate<Ref> wanted) {
        rebuild(slots.length, wanted);
    }

    private void rebuild(int capacity, Predicate<Ref> wanted) {
        @Nullable Ref[] old = slots;
        slots = new Ref[capacity];
        size = 0;
        for (Ref ref : old) {
            if (ref != null && wanted.test(ref)) {
                put(ref);
                size++;
            }
        }
    }

    private static int slot(Labels labels, int mask) {
        int hash = labels.hashCode() * 0x9E3779B9;
        return (hash ^ hash >>> 15) & mask;
    }
}
