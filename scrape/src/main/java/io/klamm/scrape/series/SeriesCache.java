package io.klamm.scrape.series;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The series that a target's pages have, found by their bytes, and the order in which the last good page had them.
 *
 * <p>Pages hardly change from one to the next, so {@link #guess} is nearly always right, and then nothing is hashed. For one thread.
 */
final class SeriesCache {

    private static final int FIRST = 64;
    private static final int SPARE = 1_000;

    private @Nullable CachedSeries[] table = new CachedSeries[FIRST];
    private int size;

    private CachedSeries[] before = new CachedSeries[FIRST];
    private int beforeSize;
    private int beforePage;

    private CachedSeries[] now = new CachedSeries[FIRST];
    private int nowSize;
    private int page;
    private int at;

    /** Begins a page. */
    void begin() {
        page++;
        nowSize = 0;
        at = 0;
    }

    /** The series that will come next if the page is like the one before; null after its last. */
    @Nullable
    CachedSeries guess() {
        return at < beforeSize ? before[at] : null;
    }

    /** The series with these bytes; null if it is not known. */
    @Nullable
    CachedSeries find(byte[] bytes, int from, int to, int hash) {
        int mask = table.length - 1;
        for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
            CachedSeries series = table[slot];
            if (series == null) {
                return null;
            }
            if (series.hash == hash && Arrays.equals(series.key, 0, series.key.length, bytes, from, to)) {
                return series;
            }
        }
    }

    void add(CachedSeries series) {
        if (2 * (size + 1) > table.length) {
            rebuild(table, table.length, 2 * table.length);
        }
        insert(series);
    }

    private void insert(CachedSeries series) {
        int mask = table.length - 1;
        int slot = series.hash & mask;
        while (table[slot] != null) {
            slot = (slot + 1) & mask;
        }
        table[slot] = series;
        size++;
    }

    private void rebuild(@Nullable CachedSeries[] kept, int count, int capacity) {
        table = new CachedSeries[capacity];
        size = 0;
        for (int i = 0; i < count; i++) {
            CachedSeries series = kept[i];
            if (series != null) {
                insert(series);
            }
        }
    }

    /** Notes that a series stands on the page; false if it stood there already. */
    boolean see(CachedSeries series) {
        if (series.seen == page) {
            return false;
        }
        if (series.seen == beforePage) {
            at = series.position + 1;
        }
        if (nowSize == now.length) {
            now = Arrays.copyOf(now, 2 * nowSize);
        }
        series.seen = page;
        series.position = nowSize;
        now[nowSize++] = series;
        return true;
    }

    /** Ends a good page. Series that were on the one before and are not on this one are told, if they are tracked, and forgotten. */
    void end(Consumer<CachedSeries> gone) {
        boolean lost = false;
        for (int i = 0; i < beforeSize; i++) {
            CachedSeries series = before[i];
            if (series.seen != page) {
                lost = true;
                if (series.tracked) {
                    gone.accept(series);
                }
            }
        }
        for (int i = 0; i < nowSize; i++) {
            now[i].tracked = now[i].trackedNow;
        }
        CachedSeries[] swap = before;
        before = now;
        beforeSize = nowSize;
        beforePage = page;
        now = swap;
        if (lost || size > beforeSize) {
            rebuild(before, beforeSize, capacityFor(beforeSize));
            Arrays.fill(now, null);
        }
    }

    /** Ends a page that counts as empty: all tracked series of the last good one are told, and are no longer tracked. They stay known, for they will come back. */
    void fail(Consumer<CachedSeries> gone) {
        for (int i = 0; i < beforeSize; i++) {
            CachedSeries series = before[i];
            if (series.tracked) {
                gone.accept(series);
            }
            series.tracked = false;
            series.position = i;
            series.seen = beforePage;
        }
        // A target whose bad pages have other series each time must not fill the memory.
        if (size > 2 * beforeSize + SPARE) {
            rebuild(before, beforeSize, capacityFor(beforeSize));
            Arrays.fill(now, null);
        }
    }

    /** The series of the last good page. */
    void eachOfLast(Consumer<CachedSeries> action) {
        for (int i = 0; i < beforeSize; i++) {
            action.accept(before[i]);
        }
    }

    private static int capacityFor(int count) {
        int capacity = FIRST;
        while (capacity < 2 * (count + 1)) {
            capacity *= 2;
        }
        return capacity;
    }

    /** How many series are known. */
    int size() {
        return size;
    }
}
