package io.klamm.tsdb.head;

import io.klamm.storage.SampleBuffer;

/** Looks up single samples of the head. For one thread. */
final class HeadReader {

    private final HeadState state;
    private final HeadScratch scratch;
    private final SampleBuffer found = new SampleBuffer(4);

    HeadReader(HeadState state) {
        this.state = state;
        this.scratch = new HeadScratch(state.counters);
    }

    /** Whether the series has a sample of this time, be it deleted or not; then {@link #value} is its value. */
    boolean valueAt(HeadSeries series, long time) {
        HeadView view = view(series, time);
        found.clear();
        view.read(found);
        return found.size() > 0;
    }

    private HeadView view(HeadSeries series, long time) {
        state.lock.readLock().lock();
        try {
            return HeadView.withDeleted(series, time, time, scratch);
        } finally {
            state.lock.readLock().unlock();
        }
    }

    double value() {
        return found.value(0);
    }
}
