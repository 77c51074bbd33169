package io.klamm.scrape.series;

import io.klamm.storage.SeriesRef;
import org.jspecify.annotations.Nullable;

/** A series of a target, known by the bytes with which its pages name it. For one thread. */
final class CachedSeries {

    final byte[] key;
    final int hash;

    /** Null if relabelling drops it. */
    final @Nullable SeriesRef ref;

    /** Its place in the page that is being read, or on the last good one. */
    int position;

    /** The page on which it was seen last, by number. */
    int seen;

    /** Whether it ends with a stale marker when it is gone: as the last good page says, and as the page that is being read says. */
    boolean tracked;

    boolean trackedNow;

    CachedSeries(byte[] key, int hash, @Nullable SeriesRef ref) {
        this.key = key;
        this.hash = hash;
        this.ref = ref;
    }
}
