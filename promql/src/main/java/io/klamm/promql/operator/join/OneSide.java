package io.klamm.promql.operator.join;

import io.klamm.model.series.Labels;
import io.klamm.promql.operator.Evaluation;
import io.klamm.promql.operator.Head;
import io.klamm.promql.operator.VectorOperator;
import io.klamm.promql.row.KeptRow;
import io.klamm.promql.row.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The side of an operator that has to have one series at most for each signature and step, read and kept. */
final class OneSide {

    /** A series of it. */
    record Member(Labels labels, KeptRow row) {}

    /** Two series that have a value at the same step although they have the same signature. */
    record Clash(Labels one, Labels other) {}

    private final List<List<Member>> members = new ArrayList<>();
    private final int steps;
    private @Nullable Clash @Nullable [] clashes;

    OneSide(int steps) {
        this.steps = steps;
    }

    /** Reads the values of all series. */
    void read(VectorOperator input, List<Head> heads, int[] ordinals, Evaluation evaluation) {
        Row row = new Row(steps);
        for (int i = 0; i < ordinals.length; i++) {
            input.next(row);
            KeptRow kept = KeptRow.of(row);
            if (!kept.isEmpty()) {
                evaluation.budget().hold(kept.size());
                add(ordinals[i], new Member(heads.get(i).labels(), kept));
            }
        }
    }

    private void add(int ordinal, Member member) {
        while (members.size() <= ordinal) {
            members.add(List.of());
        }
        List<Member> known = members.get(ordinal);
        if (known.isEmpty()) {
            members.set(ordinal, List.of(member));
            return;
        }
        known.forEach(other -> findClashes(other, member));
        List<Member> more = new ArrayList<>(known);
        more.add(member);
        members.set(ordinal, more);
    }

    private void findClashes(Member one, Member other) {
        int to = Math.min(one.row.to(), other.row.to());
        for (int step = Math.max(one.row.from(), other.row.from()); step < to; step++) {
            if (!Row.absent(one.row.get(step)) && !Row.absent(other.row.get(step))) {
                clash(step, new Clash(one.labels, other.labels));
            }
        }
    }

    private void clash(int step, Clash clash) {
        @Nullable Clash[] all = clashes;
        if (all == null) {
            all = new @Nullable Clash[steps];
            clashes = all;
        }
        if (all[step] == null) {
            all[step] = clash;
        }
    }

    /** The series of a signature that have values; mostly one. */
    List<Member> of(int ordinal) {
        return ordinal < members.size() ? members.get(ordinal) : List.of();
    }

    boolean clashes() {
        return clashes != null;
    }

    /** What clashes at a step, if anything does. */
    @Nullable
    Clash clashAt(int step) {
        @Nullable Clash[] all = clashes;
        return all == null ? null : all[step];
    }
}
