package io.klamm.tsdb.block;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

/** Which spans of which series of a block are deleted. Immutable; safe from any thread. */
final class Tombstones {

    static final Tombstones NONE = new Tombstones(new TreeMap<>());

    private static final long[] NOTHING = {};

    /** For each series the spans, sorted and apart from each other: first and last time in turn. */
    private final SortedMap<Integer, long[]> spans;

    private Tombstones(SortedMap<Integer, long[]> spans) {
        this.spans = spans;
    }

    /** Takes over spans that are sorted and apart from each other. */
    static Tombstones of(SortedMap<Integer, long[]> spans) {
        return spans.isEmpty() ? NONE : new Tombstones(spans);
    }

    /** These and a span of more series, both ends included. */
    Tombstones with(ImmutableRoaringBitmap series, long from, long to) {
        TreeMap<Integer, long[]> more = new TreeMap<>(spans);
        for (IntIterator numbers = series.getIntIterator(); numbers.hasNext(); ) {
            more.merge(numbers.next(), new long[] {from, to}, (known, added) -> join(known, from, to));
        }
        return of(more);
    }

    private static long[] join(long[] known, long from, long to) {
        long[] joined = new long[known.length + 2];
        int size = 0;
        long first = from;
        long last = to;
        int i = 0;
        for (; i < known.length && known[i + 1] < first && known[i + 1] + 1 != first; i += 2) {
            joined[size++] = known[i];
            joined[size++] = known[i + 1];
        }
        for (; i < known.length && (known[i] <= last || known[i] - 1 == last); i += 2) {
            first = Math.min(first, known[i]);
            last = Math.max(last, known[i + 1]);
        }
        joined[size++] = first;
        joined[size++] = last;
        System.arraycopy(known, i, joined, size, known.length - i);
        return Arrays.copyOf(joined, size + known.length - i);
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    /** How many series have some. */
    int size() {
        return spans.size();
    }

    /** The deleted spans of a series: first and last time in turn. */
    long[] of(int series) {
        return spans.getOrDefault(series, NOTHING);
    }

    Map<Integer, long[]> all() {
        return spans;
    }

    /** Whether a span of time has something deleted, by what {@link #of(int)} gave. */
    static boolean touches(long[] spans, long first, long last) {
        for (int i = 0; i < spans.length; i += 2) {
            if (spans[i] <= last && first <= spans[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** Whether a whole span of time is deleted, by what {@link #of(int)} gave. */
    static boolean covers(long[] spans, long first, long last) {
        for (int i = 0; i < spans.length; i += 2) {
            if (spans[i] <= first && last <= spans[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
