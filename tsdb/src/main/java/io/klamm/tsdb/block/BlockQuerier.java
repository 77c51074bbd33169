package io.klamm.tsdb.block;

import io.klamm.storage.ListSeriesSet;
import io.klamm.storage.Matcher;
import io.klamm.storage.Names;
import io.klamm.storage.Querier;
import io.klamm.storage.Selection;
import io.klamm.storage.SeriesSet;
import io.klamm.tsdb.index.LabelQueries;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

/** A view on some span of a block. Label names and values are those of the whole block. */
final class BlockQuerier implements Querier {

    private final Block block;
    private final long from;
    private final long to;
    private final ChunkReader reader;

    BlockQuerier(Block block, long from, long to) {
        this.block = block;
        this.from = from;
        this.to = to;
        this.reader = new ChunkReader(block);
    }

    @Override
    public SeriesSet select(Selection selection) {
        if (from > to) {
            return new ListSeriesSet(List.of(), List.of());
        }
        return guarded(() -> new BlockSeriesSet(
                block, reader, block.planner().select(block.index(), selection.matchers()), from, to));
    }

    @Override
    public Names labelNames(List<Matcher> matchers, int limit) {
        return names(() -> LabelQueries.names(block.index(), series(matchers)), limit);
    }

    @Override
    public Names labelValues(String label, List<Matcher> matchers, int limit) {
        return names(
                () -> LabelQueries.values(block.index(), label, series(matchers), limit == 0 ? 0 : limit + 1), limit);
    }

    private Names names(Supplier<List<String>> names, int limit) {
        return from > to ? new Names(List.of(), List.of(), false) : Names.limited(guarded(names), List.of(), limit);
    }

    private @Nullable ImmutableRoaringBitmap series(List<Matcher> matchers) {
        return matchers.isEmpty() ? null : block.planner().select(block.index(), matchers);
    }

    private <T> T guarded(Supplier<T> question) {
        try {
            return question.get();
        } catch (InternalError e) {
            throw block.unreadable(BlockFiles.INDEX, e);
        }
    }

    @Override
    public void close() {}
}
