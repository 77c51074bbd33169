package io.klamm.tsdb.index;

import io.klamm.storage.Matcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.buffer.BufferFastAggregation;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/**
 * Turns matchers into the set of series that meet all of them, the cheapest way: what is known by its value is looked up and intersected, the smallest set first; the other matchers are tried on the
 * distinct values of their label, or, where fewer series than values are left, on these series; what must not match is taken away.
 *
 * <p>One planner belongs to one index, and remembers which values an expression matched. Safe from any thread.
 */
public final class MatcherPlanner {

    /** Looking at a series costs as much as so many looks at a value. */
    private static final int SERIES_COST = 4;

    private final ValueMatches matches = new ValueMatches();

    /** The numbers of the series that meet all matchers; all series if there are no matchers. The answer may be a set of the index itself. */
    public ImmutableRoaringBitmap select(LabelIndex index, List<Matcher> matchers) {
        List<ImmutableRoaringBitmap> looked = new ArrayList<>();
        List<Matcher> others = new ArrayList<>();
        for (Matcher matcher : matchers) {
            if (lookedUp(matcher)) {
                LabelValues values = index.values(matcher.name());
                looked.add(union(values, matches.places(values, matcher, true)));
            } else {
                others.add(matcher);
            }
        }
        ImmutableRoaringBitmap found = looked.isEmpty() ? index.all() : intersection(looked);
        others.sort(Comparator.comparing(Matcher::matchesEmpty));
        for (Matcher matcher : others) {
            if (found.isEmpty()) {
                return found;
            }
            found = narrowed(index, found, matcher);
        }
        return found;
    }

    /** Whether the values that a matcher wants are known without trying any. */
    private static boolean lookedUp(Matcher matcher) {
        return !matcher.matchesEmpty()
                && !matcher.type().negative()
                && matcher.literals().isPresent();
    }

    private ImmutableRoaringBitmap narrowed(LabelIndex index, ImmutableRoaringBitmap found, Matcher matcher) {
        LabelValues values = index.values(matcher.name());
        if (found.getLongCardinality() * SERIES_COST < values.size()) {
            return tried(index, found, matcher);
        }
        boolean wanted = !matcher.matchesEmpty();
        ImmutableRoaringBitmap set = union(values, matches.places(values, matcher, wanted));
        return wanted ? ImmutableRoaringBitmap.and(found, set) : ImmutableRoaringBitmap.andNot(found, set);
    }

    private static ImmutableRoaringBitmap tried(LabelIndex index, ImmutableRoaringBitmap found, Matcher matcher) {
        Map<String, Boolean> answers = new HashMap<>();
        MutableRoaringBitmap left = new MutableRoaringBitmap();
        for (IntIterator series = found.getIntIterator(); series.hasNext(); ) {
            int number = series.next();
            if (answers.computeIfAbsent(index.labels(number).get(matcher.name()), matcher::matches)) {
                left.add(number);
            }
        }
        return left;
    }

    private static ImmutableRoaringBitmap union(LabelValues values, int[] places) {
        if (places.length == 1) {
            return values.series(places[0]);
        }
        ImmutableRoaringBitmap[] sets = new ImmutableRoaringBitmap[places.length];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = values.series(places[i]);
        }
        return sets.length == 0 ? new MutableRoaringBitmap() : BufferFastAggregation.horizontal_or(sets);
    }

    private static ImmutableRoaringBitmap intersection(List<ImmutableRoaringBitmap> sets) {
        sets.sort(Comparator.comparingLong(ImmutableRoaringBitmap::getLongCardinality));
        ImmutableRoaringBitmap found = sets.get(0);
        for (int i = 1; i < sets.size() && !found.isEmpty(); i++) {
            found = ImmutableRoaringBitmap.and(found, sets.get(i));
        }
        return found;
    }
}
