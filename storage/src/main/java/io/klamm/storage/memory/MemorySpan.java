package io.klamm.storage.memory;

import io.klamm.model.series.Labels;
import io.klamm.storage.ChunkCursor;
import io.klamm.storage.ChunkSummaries;
import io.klamm.storage.ChunkSummary;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.Series;
import org.jspecify.annotations.Nullable;

/** Some samples of one series, copied, in chunks of {@value #CHUNK}. */
final class MemorySpan implements Series {

    private static final int CHUNK = 120;

    private final Labels labels;
    private final long[] times;
    private final double[] values;

    MemorySpan(Labels labels, long[] times, double[] values) {
        this.labels = labels;
        this.times = times;
        this.values = values;
    }

    boolean isEmpty() {
        return times.length == 0;
    }

    void forEach(Sample action) {
        for (int i = 0; i < times.length; i++) {
            action.take(times[i], values[i]);
        }
    }

    /** Takes one sample. */
    interface Sample {
        void take(long time, double value);
    }

    @Override
    public Labels labels() {
        return labels;
    }

    @Override
    public ChunkCursor chunks() {
        return new Cursor();
    }

    private final class Cursor implements ChunkCursor {
        private int begin;
        private int end;

        @Override
        public boolean next() {
            begin = end;
            end = Math.min(times.length, begin + CHUNK);
            return begin < end;
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
            return ChunkSummaries.of(values, begin, end - begin).orElse(null);
        }

        @Override
        public void read(SampleBuffer into) {
            int count = end - begin;
            into.ensure(count);
            System.arraycopy(times, begin, into.times(), into.size(), count);
            System.arraycopy(values, begin, into.values(), into.size(), count);
            into.grow(count);
        }
    }
}
