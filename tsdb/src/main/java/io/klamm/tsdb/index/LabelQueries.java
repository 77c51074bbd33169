package io.klamm.tsdb.index;

import io.klamm.model.series.CodePointOrder;
import io.klamm.model.series.Labels;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

/** Answers which label names and values some series of an index have. */
public final class LabelQueries {

    /** Looking at a series costs as much as so many looks at a value. */
    private static final int SERIES_COST = 8;

    private LabelQueries() {}

    /**
     * The names of the labels of some series, sorted.
     *
     * @param series their numbers; null for all series
     */
    public static List<String> names(LabelIndex index, @Nullable ImmutableRoaringBitmap series) {
        if (series == null) {
            return index.names();
        }
        List<String> found = new ArrayList<>();
        for (String name : index.names()) {
            if (anyHas(index.values(name), series)) {
                found.add(name);
            }
        }
        return found;
    }

    private static boolean anyHas(LabelValues values, ImmutableRoaringBitmap series) {
        for (int place = 0; place < values.size(); place++) {
            if (ImmutableRoaringBitmap.intersects(values.series(place), series)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The values of a label among some series, sorted.
     *
     * @param series their numbers; null for all series
     * @param limit the search may end after so many; 0 for all
     */
    public static List<String> values(
            LabelIndex index, String name, @Nullable ImmutableRoaringBitmap series, int limit) {
        LabelValues values = index.values(name);
        if (series != null && series.getLongCardinality() * SERIES_COST < values.size()) {
            return valuesOf(index, name, series);
        }
        List<String> found = new ArrayList<>();
        for (int place = 0; place < values.size() && (limit == 0 || found.size() < limit); place++) {
            if (series == null || ImmutableRoaringBitmap.intersects(values.series(place), series)) {
                found.add(values.value(place));
            }
        }
        return found;
    }

    private static List<String> valuesOf(LabelIndex index, String name, ImmutableRoaringBitmap series) {
        Set<String> found = new HashSet<>();
        for (IntIterator numbers = series.getIntIterator(); numbers.hasNext(); ) {
            Labels labels = index.labels(numbers.next());
            if (labels.has(name)) {
                found.add(labels.get(name));
            }
        }
        return found.stream().sorted(CodePointOrder.INSTANCE).toList();
    }
}
