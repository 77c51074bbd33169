package io.klamm.tsdb.block;

import io.klamm.model.series.Labels;
import io.klamm.storage.ChunkCursor;
import io.klamm.storage.Series;
import io.klamm.storage.SeriesSet;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.index.IndexEntries;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

/** Series of a block that have samples in a span of time, in the order of their labels. */
final class BlockSeriesSet implements SeriesSet {

    private final Block block;
    private final ChunkReader reader;
    private final IndexEntries entries;
    private final IntIterator numbers;
    private final Tombstones tombstones;
    private final long from;
    private final long to;
    private final Set<String> warnings = new LinkedHashSet<>();
    private @Nullable BlockSeries current;

    BlockSeriesSet(Block block, ChunkReader reader, ImmutableRoaringBitmap series, long from, long to) {
        this.block = block;
        this.reader = reader;
        this.entries = block.indexFile().entries();
        this.numbers = series.getIntIterator();
        this.tombstones = block.tombstones();
        this.from = from;
        this.to = to;
    }

    @Override
    public boolean next() {
        try {
            while (numbers.hasNext()) {
                BlockSeries series = series(numbers.next());
                if (series != null) {
                    current = series;
                    return true;
                }
            }
        } catch (InternalError e) {
            throw block.unreadable(BlockFiles.INDEX, e);
        }
        current = null;
        return false;
    }

    private @Nullable BlockSeries series(int number) {
        entries.seek(number);
        long[] deleted = tombstones.of(number);
        List<ChunkMeta> chunks = new ArrayList<>();
        for (ChunkMeta chunk : ChunkMetaCodec.read(entries.payload(), block.times())) {
            long first = block.times().first(chunk.column());
            long last = block.times().last(chunk.column());
            if (first <= to && last >= from && !Tombstones.covers(deleted, first, last)) {
                chunks.add(chunk);
            }
        }
        if (chunks.isEmpty()) {
            return null;
        }
        BlockSeries series = new BlockSeries(entries.labels(), chunks, deleted);
        return certain(chunks, deleted) || series.chunks().next() ? series : null;
    }

    /** Whether a series has samples without a look at them: a whole column, or an end of one, is within the span. */
    private boolean certain(List<ChunkMeta> chunks, long[] deleted) {
        if (deleted.length > 0) {
            return false;
        }
        for (ChunkMeta chunk : chunks) {
            int column = chunk.column();
            boolean begins = chunk.firstRow() == 0 && block.times().first(column) >= from;
            boolean ends = chunk.lastRow() == block.times().rows(column) - 1
                    && block.times().last(column) <= to;
            if (begins || ends) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Series at() {
        BlockSeries series = current;
        if (series == null) {
            throw new NoSuchElementException("series: none (expected: next has said true)");
        }
        return series;
    }

    @Override
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    private final class BlockSeries implements Series {

        private final Labels labels;
        private final List<ChunkMeta> chunks;
        private final long[] deleted;

        BlockSeries(Labels labels, List<ChunkMeta> chunks, long[] deleted) {
            this.labels = labels;
            this.chunks = chunks;
            this.deleted = deleted;
        }

        @Override
        public Labels labels() {
            return labels;
        }

        @Override
        public ChunkCursor chunks() {
            return new BlockCursor(reader, chunks, deleted, from, to, BlockSeriesSet.this::warn);
        }
    }

    private void warn(StorageException problem) {
        String message = String.valueOf(problem.getMessage());
        warnings.add(message);
        block.damage().note(message);
    }
}
