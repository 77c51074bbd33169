package io.klamm.promql.operator.join;

import io.klamm.model.series.Labels;
import io.klamm.promql.operator.Head;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for the signatures of two sides: series that belong together have the same. */
final class Ordinals {

    private final Matching matching;
    private final Map<Labels, Integer> numbers = new HashMap<>();

    Ordinals(Matching matching) {
        this.matching = matching;
    }

    /** The number of each series' signature; a new one for each new signature. */
    int[] of(List<Head> heads) {
        int[] ordinals = new int[heads.size()];
        for (int i = 0; i < ordinals.length; i++) {
            Labels signature = matching.signature(heads.get(i).labels());
            ordinals[i] = numbers.computeIfAbsent(signature, key -> numbers.size());
        }
        return ordinals;
    }

    /** How many signatures there are so far. */
    int count() {
        return numbers.size();
    }
}
