package io.klamm.tsdb.index;

import io.klamm.model.series.Labels;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Labels by number, and numbers by labels: an open hash table of numbers beside an array of labels. Guarded by the index's lock for changes; {@link #find} may run beside a change, and then its answer may be
 * wrong, but it ends and throws nothing.
 */
final class SeriesTable {

    private static final int EMPTY = 0;
    private static final int GONE = -1;

    private volatile @Nullable Labels[] labels = new Labels[64];
    /** For each slot the number plus 1, or {@link #EMPTY}, or {@link #GONE}. */
    private volatile int[] slots = new int[128];

    /** Slots that are not empty. */
    private int used;

    private int size;

    int find(Labels wanted) {
        int[] table = slots;
        @Nullable Labels[] known = labels;
        int mask = table.length - 1;
        int slot = spread(wanted.hashCode()) & mask;
        for (int probes = 0; probes < table.length; probes++) {
            int content = table[slot];
            if (content == EMPTY) {
                return -1;
            }
            if (content != GONE && content <= known.length && wanted.equals(known[content - 1])) {
                return content - 1;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    Labels labels(int series) {
        @Nullable Labels[] known = labels;
        Labels found = series < 0 || series >= known.length ? null : known[series];
        if (found == null) {
            throw new IllegalArgumentException("series " + series + ": none of this number");
        }
        return found;
    }

    void put(int series, Labels of) {
        @Nullable Labels[] known = labels;
        if (series >= known.length) {
            known = Arrays.copyOf(known, Math.max(series + 1, known.length + (known.length >> 1)));
            labels = known;
        }
        known[series] = of;
        if (2 * (used + 1) > slots.length) {
            rehash();
        }
        insert(slots, series, of);
        used++;
        size++;
    }

    Labels remove(int series) {
        Labels of = labels(series);
        int[] table = slots;
        int mask = table.length - 1;
        int slot = spread(of.hashCode()) & mask;
        while (table[slot] != series + 1) {
            slot = (slot + 1) & mask;
        }
        table[slot] = GONE;
        labels[series] = null;
        size--;
        return of;
    }

    /** Makes the table large enough for twice the series, without what is gone. */
    private void rehash() {
        @Nullable Labels[] known = labels;
        int[] larger = new int[Math.max(128, Integer.highestOneBit(size + 1) * 8)];
        int kept = 0;
        for (int content : slots) {
            if (content > 0) {
                Labels of = known[content - 1];
                if (of != null) {
                    insert(larger, content - 1, of);
                    kept++;
                }
            }
        }
        slots = larger;
        used = kept;
    }

    private static void insert(int[] table, int series, Labels of) {
        int mask = table.length - 1;
        int slot = spread(of.hashCode()) & mask;
        while (table[slot] > 0) {
            slot = (slot + 1) & mask;
        }
        table[slot] = series + 1;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }
}
