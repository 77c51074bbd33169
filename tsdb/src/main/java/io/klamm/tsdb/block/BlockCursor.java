package io.klamm.tsdb.block;

import io.klamm.storage.ChunkCursor;
import io.klamm.storage.ChunkSummary;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.chunk.TimeColumn;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of a series within a span of time. One that lies wholly in it is read only when it is asked for; of one at the edge, or with something deleted, the samples that are left are picked at once. A
 * damaged chunk is left out, with a warning.
 */
final class BlockCursor implements ChunkCursor {

    private final ChunkReader reader;
    private final Iterator<ChunkMeta> chunks;
    private final long[] deleted;
    private final long from;
    private final long to;
    private final Consumer<StorageException> warnings;
    private final SampleBuffer picked = new SampleBuffer(0);
    private @Nullable ChunkMeta whole;
    private long firstTime;
    private long lastTime;

    BlockCursor(
            ChunkReader reader,
            List<ChunkMeta> chunks,
            long[] deleted,
            long from,
            long to,
            Consumer<StorageException> warnings) {
        this.reader = reader;
        this.chunks = chunks.iterator();
        this.deleted = deleted;
        this.from = from;
        this.to = to;
        this.warnings = warnings;
    }

    @Override
    public boolean next() {
        whole = null;
        picked.clear();
        while (chunks.hasNext()) {
            try {
                if (step(chunks.next())) {
                    return true;
                }
            } catch (StorageException e) {
                warnings.accept(e);
            }
        }
        return false;
    }

    /** Whether the chunk has samples that are wanted. */
    private boolean step(ChunkMeta chunk) {
        TimeColumn column = reader.column(chunk.column());
        firstTime = column.time(chunk.firstRow());
        lastTime = column.time(chunk.lastRow());
        if (firstTime > to || lastTime < from || Tombstones.covers(deleted, firstTime, lastTime)) {
            return false;
        }
        if (firstTime >= from && lastTime <= to && !Tombstones.touches(deleted, firstTime, lastTime)) {
            whole = chunk;
            return true;
        }
        pick(chunk);
        return picked.size() > 0;
    }

    private void pick(ChunkMeta chunk) {
        picked.clear();
        reader.read(chunk, picked);
        long[] times = picked.times();
        double[] values = picked.values();
        int kept = 0;
        for (int i = 0; i < picked.size(); i++) {
            long time = times[i];
            if (time >= from && time <= to && !Tombstones.touches(deleted, time, time)) {
                times[kept] = time;
                values[kept++] = values[i];
            }
        }
        picked.truncate(kept);
        if (kept > 0) {
            firstTime = times[0];
            lastTime = times[kept - 1];
        }
    }

    @Override
    public long firstTime() {
        return firstTime;
    }

    @Override
    public long lastTime() {
        return lastTime;
    }

    @Override
    public @Nullable ChunkSummary summary() {
        ChunkMeta chunk = whole;
        return chunk == null ? null : chunk.summary();
    }

    @Override
    public void read(SampleBuffer into) {
        ChunkMeta chunk = whole;
        if (chunk != null) {
            try {
                reader.read(chunk, into);
            } catch (StorageException e) {
                warnings.accept(e);
            }
            return;
        }
        if (picked.size() == 0) {
            throw new NoSuchElementException("chunk: none (expected: next has said true)");
        }
        int size = into.size();
        into.ensure(picked.size());
        System.arraycopy(picked.times(), 0, into.times(), size, picked.size());
        System.arraycopy(picked.values(), 0, into.values(), size, picked.size());
        into.grow(picked.size());
    }
}
