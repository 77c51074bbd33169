package io.klamm.tsdb.index;

import io.klamm.model.series.CodePointOrder;
import io.klamm.model.series.Labels;
import io.klamm.storage.Matcher;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/**
 * An index in memory that grows and shrinks: the head's. Every name and value is kept once, whatever the number of series that have it, and goes with the last of them.
 *
 * <p>Numbers of removed series are given again only after {@link #reuse}. Safe from any thread: one changes at a time, many read, and {@link #find} of a series that is there waits for nobody.
 */
public final class MemoryIndex {

    private final StampedLock lock = new StampedLock();
    private final SeriesTable table = new SeriesTable();
    private final Map<String, MemoryValues> values = new HashMap<>();
    private final MutableRoaringBitmap all = new MutableRoaringBitmap();
    private final MutableRoaringBitmap free = new MutableRoaringBitmap();
    private final MatcherPlanner planner = new MatcherPlanner();
    private final LabelIndex view = new View();
    private int next;
    private volatile String @Nullable [] names;

    /** The number of the series with these labels, or -1. */
    public int find(Labels labels) {
        long stamp = lock.tryOptimisticRead();
        if (stamp != 0) {
            int found = table.find(labels);
            if (lock.validate(stamp)) {
                return found;
            }
        }
        stamp = lock.readLock();
        try {
            return table.find(labels);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /** The number of the series with these labels, which is added if it is not there. */
    public int add(Labels labels) {
        long stamp = lock.writeLock();
        try {
            int found = table.find(labels);
            return found >= 0 ? found : insert(labels);
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    private int insert(Labels labels) {
        int series = free.isEmpty() ? next++ : free.first();
        free.remove(series);
        String[] pairs = new String[2 * labels.size()];
        for (int i = 0; i < labels.size(); i++) {
            MemoryValues of = values.get(labels.name(i));
            if (of == null) {
                of = new MemoryValues(labels.name(i));
                values.put(labels.name(i), of);
                names = null;
            }
            pairs[2 * i] = of.name();
            pairs[2 * i + 1] = of.add(labels.value(i), series);
        }
        all.add(series);
        table.put(series, Labels.of(pairs));
        return series;
    }

    /** Forgets series. Their labels are no longer found by anything, not even by their numbers. */
    public void remove(ImmutableRoaringBitmap series) {
        long stamp = lock.writeLock();
        try {
            for (IntIterator numbers = series.getIntIterator(); numbers.hasNext(); ) {
                remove(numbers.next());
            }
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    private void remove(int series) {
        if (!all.contains(series)) {
            return;
        }
        Labels labels = table.remove(series);
        all.remove(series);
        for (int i = 0; i < labels.size(); i++) {
            MemoryValues of = values.get(labels.name(i));
            if (of != null && of.remove(labels.value(i), series)) {
                values.remove(labels.name(i));
                names = null;
            }
        }
    }

    /** Says that nobody speaks of these removed series any more, so that their numbers can be given to others. */
    public void reuse(ImmutableRoaringBitmap removed) {
        long stamp = lock.writeLock();
        try {
            free.or(ImmutableRoaringBitmap.andNot(removed, all));
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    /** How many series there are. */
    public int size() {
        return read(index -> index.all().getCardinality());
    }

    /** A number that is above those of all series, now and at any time before. */
    public int limit() {
        return read(index -> next);
    }

    /**
     * The labels of a series.
     *
     * @throws IllegalArgumentException if there is none of this number
     */
    public Labels labels(int series) {
        return read(index -> index.labels(series));
    }

    /** The numbers of the series that meet all matchers, as they are now; all series if there are no matchers. */
    public ImmutableRoaringBitmap select(List<Matcher> matchers) {
        return read(index -> planner.select(index, matchers).toMutableRoaringBitmap());
    }

    /** Lets something be read while nothing changes. It must not keep anything of the index, except labels and texts, nor call any method that changes it. */
    public <T> T read(Function<LabelIndex, T> reader) {
        long stamp = lock.readLock();
        try {
            return reader.apply(view);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    private final class View implements LabelIndex {

        @Override
        public ImmutableRoaringBitmap all() {
            return all;
        }

        @Override
        public List<String> names() {
            String[] sorted = names;
            if (sorted == null) {
                sorted = values.keySet().toArray(String[]::new);
                Arrays.sort(sorted, CodePointOrder.INSTANCE);
                names = sorted;
            }
            return List.of(sorted);
        }

        @Override
        public LabelValues values(String name) {
            MemoryValues found = values.get(name);
            return found == null ? LabelValues.NONE : found.sorted();
        }

        @Override
        public Labels labels(int series) {
            return table.labels(series);
        }
    }
}
