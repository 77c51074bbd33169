package io.klamm.tsdb.head;

import io.klamm.storage.SampleBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What one reader needs again and again: decoders, buffers, and the warnings of what could not be read. For one thread. */
final class HeadScratch {

    private static final int MOST_WARNINGS = 20;

    final ChunkReader chunks = new ChunkReader();
    final DecodedTail tail = new DecodedTail();
    final SampleBuffer some = new SampleBuffer();
    final SampleBuffer more = new SampleBuffer();
    private final List<String> warnings = new ArrayList<>();
    private final HeadCounters counters;

    HeadScratch(HeadCounters counters) {
        this.counters = counters;
    }

    /** Notes a chunk that cannot be read. */
    void damaged(String what) {
        counters.damagedChunks.increment();
        if (warnings.size() < MOST_WARNINGS && !warnings.contains(what)) {
            warnings.add(what);
        }
    }

    /** What could not be read so far. */
    List<String> warnings() {
        return Collections.unmodifiableList(warnings);
    }
}
