package io.klamm.storage.remote.write;

import org.jspecify.annotations.Nullable;

/**
 * The series of one client by the hash of their labels' bytes, at most so many. There are two generations: when the younger has half of what is allowed
 * it becomes the elder, and what is not asked for during the next is forgotten. For one thread.
 */
final class SeriesCache {

    private static final int SMALLEST = 64;

    private @Nullable CachedSeries[] young = new @Nullable CachedSeries[SMALLEST];
    private @Nullable CachedSeries[] old = new @Nullable CachedSeries[SMALLEST];
    private int youngSize;
    private int oldSize;

    int size() {
        return youngSize + oldSize;
    }

    /** The series of a hash; null if it is not known, or was refused by the store. */
    @Nullable
    CachedSeries get(long high, long low, int limit) {
        CachedSeries found = young[place(young, high, low)];
        if (found == null) {
            found = old[place(old, high, low)];
            if (found != null) {
                put(found, limit);
            }
        }
        return found == null || found.ref() == null ? null : found;
    }

    /** Keeps a series, in place of one of the same hash. */
    void put(CachedSeries series, int limit) {
        if (youngSize >= Math.max(1, limit / 2)) {
            old = young;
            oldSize = youngSize;
            young = new @Nullable CachedSeries[SMALLEST];
            youngSize = 0;
        }
        if (youngSize * 3 >= young.length * 2) {
            grow();
        }
        int place = place(young, series.high, series.low);
        if (young[place] == null) {
            youngSize++;
        }
        young[place] = series;
    }

    private void grow() {
        @Nullable CachedSeries[] larger = new @Nullable CachedSeries[young.length * 2];
        for (CachedSeries series : young) {
            if (series != null) {
                larger[place(larger, series.high, series.low)] = series;
            }
        }
        young = larger;
    }

    private static int place(@Nullable CachedSeries[] table, long high, long low) {
        int mask = table.length - 1;
        int place = (int) low & mask;
        for (CachedSeries at = table[place]; at != null; at = table[place]) {
            if (at.low == low && at.high == high) {
                break;
            }
            place = (place + 1) & mask;
        }
        return place;
    }
}
