package io.klamm.tsdb.index;

import io.klamm.storage.Matcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.roaringbitmap.buffer.BufferFastAggregation;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/**
 * Turns matchers into the set of series that meet all of them, the cheapest way: what is known by its value is looked up, the smallest set comes first, expressions
 * are tried on the distinct values that are left, and what must not match is taken away at the end. Safe from any thread.
 */
public final class MatcherPlanner {

    private final ValueMatches matches;

    /** A planner with a memory of its own of which values an expression matched. */
    public MatcherPlanner() {
        this(new ValueMatches());
    }

    MatcherPlanner(ValueMatches matches) {
        this.matches = matches;
    }

    /** The numbers of the series that meet all matchers; all series if there are no matchers. */
    public ImmutableRoaringBitmap select(LabelIndex index, List<Matcher> matchers) {
        List<ImmutableRoaringBitmap> wanted = new ArrayList<>();
        List<ImmutableRoaringBitmap> unwanted = new ArrayList<>();
        for (Matcher matcher : cheapestFirst(matchers)) {
            if (matcher.matchesEmpty()) {
                ImmutableRoaringBitmap set = union(index, matcher.name(), matches.values(index, matcher, false));
                if (!set.isEmpty()) {
                    unwanted.add(set);
                }
            } else {
                ImmutableRoaringBitmap set = union(index, matcher.name(), matches.values(index, matcher, true));
                if (set.isEmpty()) {
                    return set;
                }
                wanted.add(set);
            }
        }
        return without(intersection(index, wanted), unwanted);
    }

    /** Those that are looked up first, so that a value that nobody has ends it before any expression is tried. */
    private static List<Matcher> cheapestFirst(List<Matcher> matchers) {
        return matchers.stream()
                .sorted(Comparator.comparing((Matcher matcher) -> matcher.matchesEmpty()
                        ? 2
                        : matcher.type().negative() || matcher.literals().isEmpty() ? 1 : 0))
                .toList();
    }

    private static ImmutableRoaringBitmap union(LabelIndex index, String name, List<String> values) {
        if (values.size() == 1) {
            return index.postings(name, values.get(0));
        }
        ImmutableRoaringBitmap[] sets = new ImmutableRoaringBitmap[values.size()];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = index.postings(name, values.get(i));
        }
        return sets.length == 0 ? new MutableRoaringBitmap() : BufferFastAggregation.horizontal_or(sets);
    }

    private static ImmutableRoaringBitmap intersection(LabelIndex index, List<ImmutableRoaringBitmap> sets) {
        if (sets.isEmpty()) {
            return index.all();
        }
        sets.sort(Comparator.comparingLong(ImmutableRoaringBitmap::getLongCardinality));
        ImmutableRoaringBitmap found = sets.get(0);
        for (int i = 1; i < sets.size() && !found.isEmpty(); i++) {
            found = ImmutableRoaringBitmap.and(found, sets.get(i));
        }
        return found;
    }

    private static ImmutableRoaringBitmap without(ImmutableRoaringBitmap found, List<ImmutableRoaringBitmap> sets) {
        ImmutableRoaringBitmap left = found;
        for (ImmutableRoaringBitmap set : sets) {
            left = ImmutableRoaringBitmap.andNot(left, set);
        }
        return left;
    }
}
