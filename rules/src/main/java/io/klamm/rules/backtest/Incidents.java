package io.klamm.rules.backtest;

import io.klamm.model.rule.ActiveAlert;
import io.klamm.model.rule.Backtest.Incident;
import io.klamm.model.series.Labels;
import io.klamm.promql.value.Matrix;
import io.klamm.promql.value.MatrixSeries;
import io.klamm.promql.value.Vector;
import io.klamm.rules.alert.Absence;
import io.klamm.rules.alert.AlertMachine;
import io.klamm.rules.alert.AlertTexts;
import io.klamm.rules.alert.Candidates;
import io.klamm.rules.alert.ForState;
import io.klamm.rules.alert.RuleException;
import io.klamm.rules.file.AlertingRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Follows the alerts of one rule from step to step. */
final class Incidents {

    private final AlertMachine machine;
    private final Candidates candidates;
    private final int limit;
    private final Map<Labels, Incident> open = new HashMap<>();
    private final List<Incident> closed = new ArrayList<>();

    Incidents(AlertingRule rule, int limit, AlertTexts texts, ForState forState) {
        AlertingRule quiet = new AlertingRule(
                rule.name(), rule.expr(), rule.hold(), rule.keepFiring(), rule.labels(), new TreeMap<>(), false);
        this.machine = new AlertMachine(quiet, forState);
        this.candidates = new Candidates(quiet, texts);
        this.limit = limit;
    }

    void run(Ranges ranges, Steps steps) throws InterruptedException {
        ranges.forEach((matrix, from, count) -> {
            Columns columns = new Columns(matrix, ranges, from);
            for (int i = 0; i < count; i++) {
                step(columns.at(i), steps.at(from + i));
            }
        });
    }

    private void step(Vector result, Instant at) {
        if (result.size() == 0 && open.isEmpty()) {
            return;
        }
        try {
            machine.evaluate(candidates.of(result, at), at, Absence.RESOLVES, limit);
        } catch (RuleException e) {
            // As in life, an evaluation that fails changes nothing, but over the limit all alerts are gone.
            follow(at);
            return;
        }
        follow(at);
    }

    private void follow(Instant at) {
        Set<Labels> active = new HashSet<>();
        for (ActiveAlert alert : machine.active()) {
            active.add(alert.labels());
            Incident known = open.get(alert.labels());
            Instant firing = known != null && known.firingAt() != null
                    ? known.firingAt()
                    : alert.state() == ActiveAlert.State.FIRING ? at : null;
            open.put(alert.labels(), new Incident(alert.labels(), alert.activeAt(), firing, null, alert.value()));
        }
        Iterator<Incident> all = open.values().iterator();
        while (all.hasNext()) {
            Incident one = all.next();
            if (!active.contains(one.labels())) {
                closed.add(new Incident(one.labels(), one.pendingAt(), one.firingAt(), at, one.value()));
                all.remove();
            }
        }
    }

    /** All so far, oldest first. */
    List<Incident> found() {
        List<Incident> all = new ArrayList<>(closed);
        all.addAll(open.values());
        all.sort(Comparator.comparing(Incident::pendingAt).thenComparing(Incident::labels));
        return all;
    }

    /** An answer of many steps, step by step. */
    private static final class Columns {
        private final Matrix matrix;
        private final Ranges ranges;
        private final long from;
        private final int[] next;

        Columns(Matrix matrix, Ranges ranges, long from) {
            this.matrix = matrix;
            this.ranges = ranges;
            this.from = from;
            this.next = new int[matrix.series().size()];
        }

        /** What a step gave; to be asked in their order. */
        Vector at(int step) {
            List<Labels> labels = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            for (int i = 0; i < next.length; i++) {
                MatrixSeries series = matrix.series().get(i);
                if (next[i] < series.size() && ranges.step(series.time(next[i]), from) == step) {
                    labels.add(series.labels());
                    values.add(series.value(next[i]++));
                }
            }
            return new Vector(
                    0, labels, values.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }
}
