package io.klamm.storage.remote.read;

import io.klamm.storage.ChunkCursor;
import io.klamm.storage.Querier;
import io.klamm.storage.Queryable;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.Selection;
import io.klamm.storage.Series;
import io.klamm.storage.SeriesSet;
import io.klamm.storage.remote.wire.Frames;
import io.klamm.storage.remote.wire.LabelFields;
import io.klamm.storage.remote.wire.ProtoWriter;
import io.klamm.storage.remote.wire.XorChunk;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Makes the frames of {@code prometheus.ChunkedReadResponse}. A frame holds one series, or a part of one: Prometheus's own client only looks at the first of a
 * frame. For one thread at a time.
 */
final class ChunkFrames implements ReadAnswer.Frames {

    private static final int XOR = 1;

    private final Queryable store;
    private final ExternalLabels external;
    private final int frameBytes;
    private final Iterator<ReadQuery> queries;
    private final ProtoWriter out = new ProtoWriter(64 << 10);
    private final SampleBuffer samples = new SampleBuffer(1024);
    private long query = -1;
    private @Nullable Querier querier;
    private @Nullable SeriesSet set;
    private @Nullable Series series;
    private @Nullable ChunkCursor cursor;

    ChunkFrames(Queryable store, ExternalLabels external, int frameBytes, ReadRequest request) {
        this.store = store;
        this.external = external;
        this.frameBytes = frameBytes;
        this.queries = request.queries().iterator();
    }

    @Override
    public byte @Nullable [] next() {
        while (true) {
            Series current = series;
            if (current != null) {
                byte[] frame = frame(current);
                if (frame != null) {
                    return frame;
                }
            }
            if (!nextSeries()) {
                return null;
            }
        }
    }

    private boolean nextSeries() {
        while (true) {
            if (set != null && set.next()) {
                series = set.at();
                cursor = series.chunks();
                samples.clear();
                return true;
            }
            close();
            if (!queries.hasNext()) {
                return false;
            }
            ReadQuery next = queries.next();
            query++;
            Querier opened = store.querier(next.from(), next.to());
            querier = opened;
            set = opened.select(new Selection(external.inside(next.matchers()), true, next.hints()));
        }
    }

    /** The next part of the series; null if all of it has been told. */
    private byte @Nullable [] frame(Series of) {
        boolean empty = true;
        out.clear();
        int begun = out.begin(1);
        LabelFields.write(out, 1, external.outside(of.labels()));
        while ((empty || out.size() < frameBytes) && fill()) {
            int count = Math.min(samples.size(), XorChunk.SAMPLES);
            writeChunk(count);
            drop(count);
            empty = false;
        }
        if (empty) {
            series = null;
            return null;
        }
        out.end(begun).varint(2, query);
        return Frames.encode(out.array(), out.size());
    }

    /** Reads on until there is a whole chunk's worth of samples, or the last of them; false if there are none. */
    private boolean fill() {
        while (cursor != null && samples.size() < XorChunk.SAMPLES) {
            if (cursor.next()) {
                cursor.read(samples);
            } else {
                cursor = null;
            }
        }
        return samples.size() > 0;
    }

    private void writeChunk(int count) {
        byte[] data = XorChunk.encode(samples, 0, count);
        int chunk = out.begin(2);
        out.varint(1, samples.time(0))
                .varint(2, samples.time(count - 1))
                .varint(3, XOR)
                .bytes(4, data, 0, data.length)
                .end(chunk);
    }

    private void drop(int count) {
        int left = samples.size() - count;
        System.arraycopy(samples.times(), count, samples.times(), 0, left);
        System.arraycopy(samples.values(), count, samples.values(), 0, left);
        samples.truncate(left);
    }

    @Override
    public void close() {
        Querier open = querier;
        querier = null;
        set = null;
        series = null;
        cursor = null;
        if (open != null) {
            open.close();
        }
    }
}
