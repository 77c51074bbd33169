package io.klamm.storage.remote.read;

import io.klamm.model.series.Labels;
import io.klamm.storage.ChunkCursor;
import io.klamm.storage.ChunkSummary;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.Series;
import org.jspecify.annotations.Nullable;

/** A series that came from a remote store. */
final class RemoteSeries implements Series {

    private final Labels labels;
    private final Samples samples;

    /** Where the samples come from, rising in time; made anew with every call. */
    interface Samples {
        SampleBuffer read();
    }

    RemoteSeries(Labels labels, Samples samples) {
        this.labels = labels;
        this.samples = samples;
    }

    @Override
    public Labels labels() {
        return labels;
    }

    @Override
    public ChunkCursor chunks() {
        return new Whole(samples.read());
    }

    /** All samples as one chunk. */
    private static final class Whole implements ChunkCursor {
        private final SampleBuffer samples;
        private boolean told;

        Whole(SampleBuffer samples) {
            this.samples = samples;
        }

        @Override
        public boolean next() {
            boolean first = !told && samples.size() > 0;
            told = true;
            return first;
        }

        @Override
        public long firstTime() {
            return samples.time(0);
        }

        @Override
        public long lastTime() {
            return samples.time(samples.size() - 1);
        }

        @Override
        public @Nullable ChunkSummary summary() {
            return null;
        }

        @Override
        public void read(SampleBuffer into) {
            int count = samples.size();
            int begin = into.size();
            into.ensure(count);
            System.arraycopy(samples.times(), 0, into.times(), begin, count);
            System.arraycopy(samples.values(), 0, into.values(), begin, count);
            into.grow(count);
        }
    }
}
