package io.klamm.tsdb.head;

import io.klamm.storage.ChunkCursor;
import io.klamm.storage.ChunkSummary;
import io.klamm.storage.SampleBuffer;
import org.jspecify.annotations.Nullable;

/** The chunks of a view on a series: the sealed ones, then the tail; or, where they overlap, all samples in pieces. */
final class HeadCursor implements ChunkCursor {

    private static final int PIECE = 240;

    private final HeadView view;
    private final SampleBuffer samples = new SampleBuffer();
    private int chunk = -1;
    private int begin;
    private int end;

    HeadCursor(HeadView view) {
        this.view = view;
    }

    @Override
    public boolean next() {
        begin = end;
        while (begin == samples.size()) {
            if (!load()) {
                end = begin;
                return false;
            }
        }
        end = view.isMixed() ? Math.min(begin + PIECE, samples.size()) : samples.size();
        return true;
    }

    /** Reads the next source of samples; false if there is none. */
    private boolean load() {
        samples.clear();
        begin = 0;
        end = 0;
        chunk++;
        if (view.isMixed()) {
            if (chunk > 0) {
                return false;
            }
            view.readMixed(samples);
            return true;
        }
        if (chunk < view.sealed()) {
            view.readColumn(chunk, samples);
            return true;
        }
        if (chunk == view.sealed()) {
            view.readTail(samples);
            return true;
        }
        return false;
    }

    @Override
    public long firstTime() {
        return samples.time(begin);
    }

    @Override
    public long lastTime() {
        return samples.time(end - 1);
    }

    @Override
    public @Nullable ChunkSummary summary() {
        return null;
    }

    @Override
    public void read(SampleBuffer into) {
        int count = end - begin;
        into.ensure(count);
        System.arraycopy(samples.times(), begin, into.times(), into.size(), count);
        System.arraycopy(samples.values(), begin, into.values(), into.size(), count);
        into.grow(count);
    }
}
