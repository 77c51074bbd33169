package io.klamm.promql.script;

import io.klamm.model.series.Labels;
import io.klamm.promql.value.QueryException;
import io.klamm.storage.Appender;
import io.klamm.storage.ForwardingQuerier;
import io.klamm.storage.Matcher;
import io.klamm.storage.Outcome;
import io.klamm.storage.Querier;
import io.klamm.storage.Queryable;
import io.klamm.storage.Selection;
import io.klamm.storage.SeriesSet;
import io.klamm.storage.memory.MemoryStorage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The series that a script has loaded. Of samples that cannot be kept yet it knows where they would be, and refuses queries that would see one: an answer without
 * them could be wrong.
 */
final class ScriptStore implements Queryable {

    private static final List<String> CLASSIC = List.of("_bucket", "_count", "_sum");

    /** Where samples would be. */
    private record Missing(Labels labels, long first, long last, String what) {}

    private final MemoryStorage kept = new MemoryStorage();
    private final List<Missing> missing = new ArrayList<>();

    void clear() {
        kept.clear();
        missing.clear();
    }

    void load(Command.Load load) throws ScriptException {
        Map<Labels, SeriesLine> series = new LinkedHashMap<>();
        for (SeriesLine line : load.series()) {
            if (line.startTimes()) {
                miss(line.labels(), Long.MIN_VALUE, Long.MAX_VALUE, "start times of samples");
            } else {
                series.put(line.labels(), line);
            }
        }
        try (Appender appender = kept.appender("script")) {
            appender.begin(0);
            for (SeriesLine line : series.values()) {
                add(line, load, appender);
            }
            appender.commit();
        }
    }

    private void add(SeriesLine line, Command.Load load, Appender appender) throws ScriptException {
        var ref = appender.series(line.labels());
        for (int step = 0; step < line.size(); step++) {
            long time = step * load.step();
            if (line.histogram(step)) {
                miss(line.labels(), time, time, "native histograms");
            } else if (line.number(step)) {
                Outcome outcome = appender.append(ref, time, line.value(step));
                if (!outcome.kept()) {
                    throw new ScriptException(
                            load.line(), "sample of " + line.labels() + " at " + time + " ms: " + outcome);
                }
            }
        }
        if (load.withHistograms() && line.size() > 0) {
            long last = (line.size() - 1) * load.step();
            nativeForm(line.labels()).ifPresent(labels -> miss(labels, 0, last, "native histograms"));
        }
    }

    /** What a series of a classic histogram belongs to once it is a native one. */
    private static Optional<Labels> nativeForm(Labels labels) {
        String name = labels.metricName();
        return CLASSIC.stream().filter(name::endsWith).findFirst().map(ending -> labels.without(Set.of("le"))
                .with(Labels.NAME, name.substring(0, name.length() - ending.length())));
    }

    private void miss(Labels labels, long first, long last, String what) {
        missing.add(new Missing(labels, first, last, what));
    }

    @Override
    public Querier querier(long from, long to) {
        return new Guarded(kept.querier(from, to), from, to);
    }

    private void refuseMissing(List<Matcher> matchers, long from, long to) {
        for (Missing one : missing) {
            boolean within = one.first <= to && one.last >= from;
            if (within && matchers.stream().allMatch(matcher -> matcher.matches(one.labels))) {
                throw QueryException.unsupported("an expression over " + one.what + " (" + one.labels + ")");
            }
        }
    }

    private final class Guarded extends ForwardingQuerier {
        private final long from;
        private final long to;

        Guarded(Querier querier, long from, long to) {
            super(querier);
            this.from = from;
            this.to = to;
        }

        @Override
        public SeriesSet select(Selection selection) {
            refuseMissing(selection.matchers(), from, to);
            return super.select(selection);
        }
    }
}
