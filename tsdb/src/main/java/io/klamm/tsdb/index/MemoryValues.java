package io.klamm.tsdb.index;

import io.klamm.model.series.CodePointOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

/** The values of one label in a {@link MemoryIndex}, with their series. Guarded by the index's lock; readers may only share {@link #sorted}. */
final class MemoryValues {

    private static final Comparator<Posting> BY_VALUE = Comparator.comparing(Posting::value, CodePointOrder.INSTANCE);

    private final String name;
    private final Map<String, Posting> postings = new HashMap<>();
    private volatile @Nullable Sorted sorted;

    MemoryValues(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Adds a series to those with a value; the value as it is kept here. */
    String add(String value, int series) {
        Posting posting = postings.get(value);
        if (posting == null) {
            posting = new Posting(value);
            postings.put(value, posting);
            sorted = null;
        }
        posting.add(series);
        return posting.value();
    }

    /** Takes a series from those with a value; whether no value is left. */
    boolean remove(String value, int series) {
        Posting posting = postings.get(value);
        if (posting != null) {
            posting.remove(series);
            if (posting.isEmpty()) {
                postings.remove(value);
                sorted = null;
            }
        }
        return postings.isEmpty();
    }

    LabelValues sorted() {
        Sorted known = sorted;
        if (known == null) {
            Posting[] all = postings.values().toArray(Posting[]::new);
            Arrays.sort(all, BY_VALUE);
            known = new Sorted(all);
            sorted = known;
        }
        return known;
    }

    private final class Sorted implements LabelValues {

        private final Posting[] all;

        Sorted(Posting[] all) {
            this.all = all;
        }

        @Override
        public int size() {
            return all.length;
        }

        @Override
        public String value(int place) {
            return all[place].value();
        }

        @Override
        public ImmutableRoaringBitmap series(int place) {
            return all[place].toBitmap();
        }

        @Override
        public ImmutableRoaringBitmap series(String value) {
            Posting posting = postings.get(value);
            return posting == null ? LabelValues.super.series(value) : posting.toBitmap();
        }
    }
}
