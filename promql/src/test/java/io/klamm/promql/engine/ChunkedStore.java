package io.klamm.promql.engine;

import io.klamm.model.series.Labels;
import io.klamm.storage.ChunkCursor;
import io.klamm.storage.ChunkSummaries;
import io.klamm.storage.ChunkSummary;
import io.klamm.storage.ListSeriesSet;
import io.klamm.storage.Matcher;
import io.klamm.storage.Names;
import io.klamm.storage.Querier;
import io.klamm.storage.Queryable;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.Selection;
import io.klamm.storage.Series;
import io.klamm.storage.SeriesSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One series in chunks of given lengths, with or without their summaries; counts what is read of it. */
final class ChunkedStore implements Queryable {

    private final long[] times;
    private final double[] values;
    private final int[] ends;
    private final boolean summaries;
    private int samplesRead;

    /**
     * A store.
     *
     * @param ends of the chunks, as places in the columns; the last one is their length
     * @param summaries whether chunks have theirs
     */
    ChunkedStore(long[] times, double[] values, int[] ends, boolean summaries) {
        this.times = times;
        this.values = values;
        this.ends = ends;
        this.summaries = summaries;
    }

    int samplesRead() {
        return samplesRead;
    }

    @Override
    public Querier querier(long from, long to) {
        return new Querier() {
            @Override
            public SeriesSet select(Selection selection) {
                return new ListSeriesSet(List.of(new OneSeries(from, to)), List.of());
            }

            @Override
            public Names labelNames(List<Matcher> matchers, int limit) {
                throw new UnsupportedOperationException("label names: not asked for by a query");
            }

            @Override
            public Names labelValues(String label, List<Matcher> matchers, int limit) {
                throw new UnsupportedOperationException("label values: not asked for by a query");
            }

            @Override
            public void close() {}
        };
    }

    private final class OneSeries implements Series {
        private final long from;
        private final long to;

        OneSeries(long from, long to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public Labels labels() {
            return Labels.of(Labels.NAME, "x");
        }

        @Override
        public ChunkCursor chunks() {
            return new Cursor(from, to);
        }
    }

    private final class Cursor implements ChunkCursor {
        private final long from;
        private final long to;
        private int chunk = -1;
        private int begin;
        private int end;

        Cursor(long from, long to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public boolean next() {
            while (++chunk < ends.length) {
                begin = chunk == 0 ? 0 : ends[chunk - 1];
                end = ends[chunk];
                while (begin < end && times[begin] < from) {
                    begin++;
                }
                while (begin < end && times[end - 1] > to) {
                    end--;
                }
                if (begin < end) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public long firstTime() {
            return times[begin];
        }

        @Override
        public long lastTime() {
            return times[end - 1];
        }

        @Override
        public @Nullable ChunkSummary summary() {
            return summaries ? ChunkSummaries.of(values, begin, end - begin).orElse(null) : null;
        }

        @Override
        public void read(SampleBuffer into) {
            samplesRead += end - begin;
            for (int i = begin; i < end; i++) {
                into.add(times[i], values[i]);
            }
        }
    }
}
