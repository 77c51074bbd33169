package io.klamm.promql.operator.join;

import io.klamm.promql.operator.Head;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which series of the two sides meet, and which series come of it. */
final class Pairing {

    /**
     * Two series that meet.
     *
     * @param many the place of the one among the heads of its side
     * @param ordinal the number of their signature
     * @param result the place of what comes of them among {@link #results}
     */
    record Pair(int many, int ordinal, OneSide.Member one, int result) {}

    private final List<Pair> pairs = new ArrayList<>();
    private final Map<Head, Integer> results = new LinkedHashMap<>();

    /** Adds a pair, after all of series that come before it. */
    void add(int many, int ordinal, OneSide.Member one, Head result) {
        int place = results.computeIfAbsent(result, key -> results.size());
        pairs.add(new Pair(many, ordinal, one, place));
    }

    List<Pair> pairs() {
        return pairs;
    }

    /** What comes of them, without repeats. */
    List<Head> results() {
        return List.copyOf(results.keySet());
    }

    /** Whether each series has one partner and each pair a result of its own, so that no step can be in doubt. */
    boolean certain(boolean oneToOne) {
        if (results.size() != pairs.size()) {
            return false;
        }
        Set<Integer> signatures = new HashSet<>();
        int before = -1;
        for (Pair pair : pairs) {
            if (pair.many == before || (oneToOne && !signatures.add(pair.ordinal))) {
                return false;
            }
            before = pair.many;
        }
        return true;
    }
}
