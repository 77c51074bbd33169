package io.klamm.tsdb.head;

import io.klamm.storage.Matcher;
import io.klamm.storage.Selection;
import io.klamm.storage.Series;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.index.LabelQueries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/** Answers what the head has in a span of time, every answer at one moment between two commits. For one thread. */
public final class HeadQueries {

    private final HeadState state;
    private final long from;
    private final long to;
    private final HeadScratch scratch;

    /** The head was asked for everything from here on; what it has before may be gone meanwhile. */
    private final long begin;

    HeadQueries(HeadState state, long from, long to) {
        this.state = state;
        this.begin = state.cut;
        this.from = Math.max(from, begin);
        this.to = to;
        this.scratch = new HeadScratch(state.counters);
    }

    /** The series that match and have samples, in the order of their labels if that is wanted. */
    public List<Series> select(Selection selection) {
        List<HeadView> views = views(state.index.select(selection.matchers()));
        List<Series> found = new ArrayList<>(views.size());
        for (HeadView view : views) {
            if (view.hasSamples()) {
                found.add(view);
            }
        }
        if (selection.sorted()) {
            found.sort(Comparator.comparing(Series::labels));
        }
        return found;
    }

    private List<HeadView> views(ImmutableRoaringBitmap numbers) {
        List<HeadView> views = new ArrayList<>();
        if (from > to) {
            return views;
        }
        state.lock.readLock().lock();
        try {
            checkStillThere();
            for (IntIterator each = numbers.getIntIterator(); each.hasNext(); ) {
                HeadSeries series = state.series(each.next());
                if (series != null && HeadView.mayReach(series, from, to)) {
                    views.add(new HeadView(series, from, to, scratch));
                }
            }
        } finally {
            state.lock.readLock().unlock();
        }
        return views;
    }

    private void checkStillThere() {
        if (state.removedBefore > begin && from < state.removedBefore) {
            throw new StorageException(
                    "this reader is too old: what it would read from memory is in blocks by now (expected: a new one)");
        }
    }

    /** The names of the labels of series that match and may have samples. */
    public List<String> labelNames(List<Matcher> matchers) {
        ImmutableRoaringBitmap series = reaching(matchers);
        return state.index.read(index -> LabelQueries.names(index, series));
    }

    /** The values of a label among series that match and may have samples; the search may end after {@code limit}, or goes through all with 0. */
    public List<String> labelValues(String label, List<Matcher> matchers, int limit) {
        ImmutableRoaringBitmap series = reaching(matchers);
        return state.index.read(index -> LabelQueries.values(index, label, series, limit));
    }

    /** The numbers of series that match and may have samples; null for all there are. */
    private @Nullable ImmutableRoaringBitmap reaching(List<Matcher> matchers) {
        ImmutableRoaringBitmap matching = state.index.select(matchers);
        MutableRoaringBitmap found = new MutableRoaringBitmap();
        if (from > to) {
            return found;
        }
        state.lock.readLock().lock();
        try {
            checkStillThere();
            for (IntIterator each = matching.getIntIterator(); each.hasNext(); ) {
                int number = each.next();
                HeadSeries series = state.series(number);
                if (series != null && HeadView.mayReach(series, from, to)) {
                    found.add(number);
                }
            }
        } finally {
            state.lock.readLock().unlock();
        }
        return matchers.isEmpty() && found.getCardinality() == matching.getCardinality() ? null : found;
    }

    /** What could not be read. */
    public List<String> warnings() {
        return scratch.warnings();
    }
}
