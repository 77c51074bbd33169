package io.klamm.storage.fanout;

import io.klamm.storage.Series;
import io.klamm.storage.SeriesSet;
import io.klamm.storage.StorageException;
import io.klamm.storage.merge.MergedSeriesSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The series of all stores, merged. The merger makes a warning of every failure; that of the primary store is one of the whole. */
final class FanoutSeriesSet implements SeriesSet {

    private final Watched primary;
    private final SeriesSet merged;
    private final List<String> failures;

    private FanoutSeriesSet(Watched primary, SeriesSet merged, List<String> failures) {
        this.primary = primary;
        this.merged = merged;
        this.failures = failures;
    }

    /** A set that may end for its failure, which is then known. */
    private static final class Watched implements SeriesSet {
        private final SeriesSet inner;
        private @Nullable StorageException failure;

        Watched(SeriesSet inner) {
            this.inner = inner;
        }

        @Override
        public boolean next() {
            try {
                return inner.next();
            } catch (StorageException e) {
                failure = e;
                return false;
            }
        }

        @Override
        public Series at() {
            return inner.at();
        }

        @Override
        public List<String> warnings() {
            return inner.warnings();
        }
    }

    /**
     * Merges.
     *
     * @param failures of secondary stores that could not answer at all
     */
    static SeriesSet of(SeriesSet primary, List<SeriesSet> secondaries, List<String> failures) {
        Watched watched = new Watched(primary);
        List<SeriesSet> all = new ArrayList<>(secondaries);
        all.add(watched);
        return new FanoutSeriesSet(watched, new MergedSeriesSet(all), failures);
    }

    @Override
    public boolean next() {
        boolean found = merged.next();
        StorageException failure = primary.failure;
        if (failure != null) {
            throw failure;
        }
        return found;
    }

    @Override
    public Series at() {
        return merged.at();
    }

    @Override
    public List<String> warnings() {
        Set<String> all = new LinkedHashSet<>(failures);
        all.addAll(merged.warnings());
        return List.copyOf(all);
    }
}
