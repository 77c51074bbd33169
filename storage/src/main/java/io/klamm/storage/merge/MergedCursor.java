package io.klamm.storage.merge;

import io.klamm.storage.ChunkCursor;
import io.klamm.storage.ChunkSummary;
import io.klamm.storage.SampleBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Chunks of several series of the same labels as those of one. A chunk that overlaps no other is passed on as it is, with its summary; those that overlap are read and become one.
 */
final class MergedCursor implements ChunkCursor {

    /** Those that stand at a chunk which is not given out yet; the later wins. */
    private final List<Part> parts = new ArrayList<>();

    private @Nullable Part whole;
    private SampleBuffer merged = new SampleBuffer(0);
    private SampleBuffer spare = new SampleBuffer(0);

    MergedCursor(List<ChunkCursor> cursors) {
        for (ChunkCursor cursor : cursors) {
            Part part = new Part(cursor);
            if (part.stands) {
                parts.add(part);
            }
        }
    }

    /** One series' chunks, and the samples that were read of them for the chunk that is being merged. */
    private static final class Part {
        private final ChunkCursor cursor;
        private final SampleBuffer read = new SampleBuffer(0);
        private boolean stands;

        Part(ChunkCursor cursor) {
            this.cursor = cursor;
            this.stands = cursor.next();
        }

        void step() {
            stands = cursor.next();
        }
    }

    @Override
    public boolean next() {
        if (whole != null) {
            whole.step();
            whole = null;
        }
        merged.clear();
        while (true) {
            parts.removeIf(part -> !part.stands);
            Part first = first();
            if (first == null) {
                return false;
            }
            if (alone(first)) {
                whole = first;
                return true;
            }
            merge(first);
            if (merged.size() > 0) {
                return true;
            }
        }
    }

    private @Nullable Part first() {
        Part first = null;
        for (Part part : parts) {
            if (first == null || part.cursor.firstTime() < first.cursor.firstTime()) {
                first = part;
            }
        }
        return first;
    }

    private boolean alone(Part first) {
        for (Part part : parts) {
            if (part != first && part.cursor.firstTime() <= first.cursor.lastTime()) {
                return false;
            }
        }
        return true;
    }

    /** Reads all chunks that hang together with the first one by overlapping, and merges their samples. */
    private void merge(Part first) {
        long last = first.cursor.lastTime();
        boolean found = true;
        while (found) {
            found = false;
            for (Part part : parts) {
                while (part.stands && part.cursor.firstTime() <= last) {
                    last = Math.max(last, part.cursor.lastTime());
                    part.cursor.read(part.read);
                    part.step();
                    found = true;
                }
            }
        }
        for (Part part : parts) {
            add(part.read);
            part.read.clear();
        }
    }

    /** Merges samples into those that are there; the new ones win. */
    private void add(SampleBuffer newer) {
        if (newer.size() == 0) {
            return;
        }
        spare.clear();
        spare.ensure(merged.size() + newer.size());
        int i = 0;
        int j = 0;
        while (i < merged.size() || j < newer.size()) {
            boolean old = j == newer.size() || (i < merged.size() && merged.time(i) < newer.time(j));
            if (old) {
                spare.add(merged.time(i), merged.value(i));
                i++;
            } else {
                i += i < merged.size() && merged.time(i) == newer.time(j) ? 1 : 0;
                spare.add(newer.time(j), newer.value(j));
                j++;
            }
        }
        SampleBuffer emptied = merged;
        merged = spare;
        spare = emptied;
    }

    @Override
    public long firstTime() {
        return whole != null ? whole.cursor.firstTime() : merged.time(0);
    }

    @Override
    public long lastTime() {
        return whole != null ? whole.cursor.lastTime() : merged.time(merged.size() - 1);
    }

    @Override
    public @Nullable ChunkSummary summary() {
        return whole == null ? null : whole.cursor.summary();
    }

    @Override
    public void read(SampleBuffer into) {
        if (whole != null) {
            whole.cursor.read(into);
            return;
        }
        if (merged.size() == 0) {
            throw new NoSuchElementException("chunk: none (expected: next has said true)");
        }
        int size = into.size();
        into.ensure(merged.size());
        System.arraycopy(merged.times(), 0, into.times(), size, merged.size());
        System.arraycopy(merged.values(), 0, into.values(), size, merged.size());
        into.grow(merged.size());
    }
}
