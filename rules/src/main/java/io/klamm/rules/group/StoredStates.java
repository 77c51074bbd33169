package io.klamm.rules.group;

import io.klamm.model.series.Labels;
import io.klamm.model.series.StaleMarker;
import io.klamm.rules.alert.StateSeries;
import io.klamm.rules.file.AlertingRule;
import io.klamm.storage.Matcher;
import io.klamm.storage.Querier;
import io.klamm.storage.Queryable;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.SelectHints;
import io.klamm.storage.Selection;
import io.klamm.storage.SeriesSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code ALERTS} and {@code ALERTS_FOR_STATE} back. */
final class StoredStates {

    /**
     * An alert as it was last written.
     *
     * @param firedAt since when it fired, null where it did not
     */
    record State(Labels labels, Instant activeAt, @Nullable Instant firedAt, Instant lastSeen) {}

    private final Queryable store;
    private final Instant now;
    private final Duration tolerance;

    /** @param tolerance how old a state may be */
    StoredStates(Queryable store, Instant now, Duration tolerance) {
        this.store = store;
        this.now = now;
        this.tolerance = tolerance;
    }

    /** The states of alerts that have the name and the fixed labels of a rule, without those that ended. */
    List<State> of(AlertingRule rule, Duration queryOffset) {
        List<State> pending = activeOnes(rule, queryOffset);
        Instant oldest =
                pending.stream().map(State::activeAt).min(Instant::compareTo).orElse(now);
        return pending.isEmpty() ? pending : fired(rule, pending, oldest, queryOffset);
    }

    private List<State> activeOnes(AlertingRule rule, Duration offset) {
        List<State> states = new ArrayList<>();
        SampleBuffer samples = new SampleBuffer();
        try (Querier querier = querier(now.minus(tolerance), offset)) {
            SeriesSet found = querier.select(selection(rule, Matcher.equal(Labels.NAME, StateSeries.FOR_STATE)));
            while (found.next()) {
                samples.clear();
                found.at().read(samples);
                int last = samples.size() - 1;
                if (last >= 0 && !StaleMarker.is(samples.value(last))) {
                    Instant seen = Instant.ofEpochMilli(samples.time(last)).plus(offset);
                    Instant active = Instant.ofEpochSecond((long) samples.value(last));
                    states.add(new State(StateSeries.alertOf(found.at().labels()), active, null, seen));
                }
            }
        }
        return states;
    }

    private List<State> fired(AlertingRule rule, List<State> states, Instant oldest, Duration offset) {
        Map<Labels, Instant> begins = new HashMap<>();
        Map<Labels, Instant> active = new HashMap<>();
        states.forEach(state -> active.put(state.labels(), state.activeAt()));
        SampleBuffer samples = new SampleBuffer();
        try (Querier querier = querier(oldest, offset)) {
            SeriesSet found = querier.select(selection(
                    rule,
                    Matcher.equal(Labels.NAME, StateSeries.ALERTS),
                    Matcher.equal(StateSeries.STATE, StateSeries.FIRING)));
            while (found.next()) {
                samples.clear();
                found.at().read(samples);
                Labels alert = StateSeries.alertOf(found.at().labels());
                long from = active.getOrDefault(alert, now).minus(offset).toEpochMilli();
                int begin = begin(samples, from);
                if (begin >= 0) {
                    begins.put(alert, Instant.ofEpochMilli(samples.time(begin)).plus(offset));
                }
            }
        }
        return states.stream()
                .map(state -> new State(state.labels(), state.activeAt(), begins.get(state.labels()), state.lastSeen()))
                .toList();
    }

    /** Where the last run of samples begins; -1 if it ended, or there is none. */
    private static int begin(SampleBuffer samples, long from) {
        int begin = -1;
        for (int i = samples.size() - 1; i >= 0 && samples.time(i) >= from; i--) {
            if (StaleMarker.is(samples.value(i))) {
                break;
            }
            begin = i;
        }
        return begin;
    }

    private Querier querier(Instant from, Duration offset) {
        return store.querier(from.minus(offset).toEpochMilli(), now.toEpochMilli());
    }

    private static Selection selection(AlertingRule rule, Matcher... kind) {
        List<Matcher> matchers = new ArrayList<>(List.of(kind));
        matchers.add(Matcher.equal("alertname", rule.name()));
        rule.labels().forEach((name, text) -> {
            if (!text.isEmpty() && !text.contains("{{") && !name.equals("alertname")) {
                matchers.add(Matcher.equal(name, text));
            }
        });
        return new Selection(matchers, true, SelectHints.NONE);
    }
}
