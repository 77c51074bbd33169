package io.klamm.storage.remote.write;

import io.klamm.storage.SeriesRef;
import org.jspecify.annotations.Nullable;

/** A series as a client has named it, found again by the hash of those bytes. */
final class CachedSeries {

    final long high;
    final long low;
    private @Nullable SeriesRef ref;
    private long described;

    CachedSeries(long high, long low, SeriesRef ref) {
        this.high = high;
        this.low = low;
        this.ref = ref;
    }

    /** Null once the store has refused the series, so that nothing of it is kept. */
    @Nullable
    SeriesRef ref() {
        return ref;
    }

    void forget() {
        ref = null;
    }

    /** Whether the metric has been described in other words, or not at all, since. */
    boolean isNews(long description) {
        boolean news = described != description;
        described = description;
        return news;
    }
}
