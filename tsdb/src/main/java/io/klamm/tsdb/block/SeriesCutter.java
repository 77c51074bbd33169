package io.klamm.tsdb.block;

import io.klamm.storage.ChunkSummaries;
import io.klamm.storage.ChunkSummary;
import io.klamm.storage.SampleBuffer;
import io.klamm.tsdb.chunk.ChunkEncoder;
import io.klamm.tsdb.chunk.Presence;
import io.klamm.tsdb.chunk.TimeColumn;
import io.klamm.tsdb.files.ByteWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts series into chunks: along the columns of their groups where all their times are in these, else along columns of their own. Counts what it cut. For one thread.
 */
final class SeriesCutter {

    /** A chunk of fewer values is as quick to read as its summary. */
    private static final int WORTH_SUMMARY = 32;

    private final TimesWriter times;
    private final GroupColumns groups;
    private final SegmentsWriter segments;
    private final int rows;
    private final ChunkEncoder encoder = new ChunkEncoder();
    private final ByteWriter chunk = new ByteWriter();
    private final ByteWriter metas = new ByteWriter();
    private int[] matched = new int[1024];
    private @Nullable ChunkMeta previous;
    private long oldest = Long.MAX_VALUE;
    private long newest = Long.MIN_VALUE;
    private long sampleCount;
    private long chunkCount;

    SeriesCutter(TimesWriter times, GroupColumns groups, SegmentsWriter segments, int rows) {
        this.times = times;
        this.groups = groups;
        this.segments = segments;
        this.rows = rows;
    }

    /** Writes the chunks of a series; what the index says of them, good until the next series. */
    ByteWriter cut(SampleBuffer samples, SeriesRuns runs) throws IOException {
        metas.clear();
        previous = null;
        int begin = 0;
        for (int run = 0; run < runs.size(); run++) {
            int end = begin + runs.length(run);
            if (runs.group(run) == SeriesSink.NO_GROUP) {
                cutOwn(samples, begin, end);
            } else {
                cutShared(samples, begin, end, runs.group(run));
            }
            begin = end;
        }
        oldest = Math.min(oldest, samples.time(0));
        newest = Math.max(newest, samples.time(samples.size() - 1));
        sampleCount += samples.size();
        return metas;
    }

    private void cutShared(SampleBuffer samples, int begin, int end, int group) throws IOException {
        long[] column = samples.times();
        int own = begin;
        int at = begin;
        for (int c = groups.columnAtOrAfter(group, column[begin]); at < end && c < groups.endColumn(group); c++) {
            at = firstAtOrAfter(column, at, end, times.first(c));
            long last = times.last(c);
            int behind = last == Long.MAX_VALUE ? end : firstAtOrAfter(column, at, end, last + 1);
            if (at < behind) {
                Presence presence = presence(times.column(c), column, at, behind);
                if (presence != null) {
                    cutOwn(samples, own, at);
                    put(samples, at, behind - at, c, presence);
                    own = behind;
                }
            }
            at = behind;
        }
        cutOwn(samples, own, end);
    }

    private static int firstAtOrAfter(long[] column, int begin, int end, long time) {
        int low = begin;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (column[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** In which rows of a column these times are; null if one of them is in none. */
    private @Nullable Presence presence(TimeColumn column, long[] sampleTimes, int begin, int end) {
        int row = column.rowAtOrAfter(sampleTimes[begin]);
        int length = end - begin;
        if (column.sameAs(row, sampleTimes, begin, length)) {
            return Presence.range(column.size(), row, row + length);
        }
        if (length > matched.length) {
            matched = new int[ChunkEncoder.MOST_VALUES];
        }
        if (length > column.size()) {
            return null;
        }
        for (int i = 0; i < length; i++) {
            while (row < column.size() && column.time(row) < sampleTimes[begin + i]) {
                row++;
            }
            if (row == column.size() || column.time(row) != sampleTimes[begin + i]) {
                return null;
            }
            matched[i] = row++;
        }
        return Presence.of(column.size(), matched, length);
    }

    private void cutOwn(SampleBuffer samples, int begin, int end) throws IOException {
        int at = begin;
        while (at < end) {
            int length = Cuts.next(end - at, rows);
            while (TimesFormat.tooLong(samples.time(at), samples.time(at + length - 1))) {
                length = (length + 1) / 2;
            }
            int column = times.addOwn(TimeColumn.of(samples.times(), at, length));
            put(samples, at, length, column, Presence.all(length));
            at += length;
        }
    }

    private void put(SampleBuffer samples, int begin, int length, int column, Presence presence) throws IOException {
        segments.prepare();
        boolean holes = presence.count() != presence.last() - presence.first() + 1;
        chunk.clear();
        if (holes) {
            presence.write(chunk);
        }
        encoder.encode(samples.values(), begin, length, chunk);
        ChunkSummary summary = length < WORTH_SUMMARY
                ? null
                : ChunkSummaries.of(samples.values(), begin, length)
                        .filter(all -> Double.isFinite(all.sum()) && Double.isFinite(all.increase()))
                        .orElse(null);
        ChunkMeta meta = new ChunkMeta(
                column,
                presence.first(),
                presence.last(),
                length,
                segments.segment(),
                segments.offset(),
                chunk.size(),
                summary);
        ChunkMetaCodec.write(meta, previous, presence.rows(), metas);
        chunk.putChecksum(0);
        segments.put(chunk);
        previous = meta;
        chunkCount++;
    }

    /** The time of the oldest sample so far. */
    long oldest() {
        return oldest;
    }

    /** The time of the newest sample so far. */
    long newest() {
        return newest;
    }

    long samples() {
        return sampleCount;
    }

    long chunks() {
        return chunkCount;
    }
}
