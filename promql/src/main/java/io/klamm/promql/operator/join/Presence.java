package io.klamm.promql.operator.join;

import io.klamm.promql.row.Row;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** At which steps there is any series of a signature. */
final class Presence {

    private final List<BitSet> steps = new ArrayList<>();

    void add(int ordinal, Row row) {
        BitSet present = grow(ordinal);
        double[] values = row.values();
        for (int step = row.from(); step < row.to(); step++) {
            if (!Row.absent(values[step])) {
                present.set(step);
            }
        }
    }

    private BitSet grow(int ordinal) {
        while (steps.size() <= ordinal) {
            steps.add(new BitSet());
        }
        return steps.get(ordinal);
    }

    boolean any(int ordinal) {
        return ordinal < steps.size() && !steps.get(ordinal).isEmpty();
    }

    /** Keeps of a row only the steps at which there is such a series, or only those at which there is none. */
    void mask(int ordinal, Row row, boolean wanted) {
        BitSet present = ordinal < steps.size() ? steps.get(ordinal) : new BitSet();
        double[] values = row.values();
        for (int step = row.from(); step < row.to(); step++) {
            if (present.get(step) != wanted) {
                values[step] = Row.ABSENT;
            }
        }
    }
}
