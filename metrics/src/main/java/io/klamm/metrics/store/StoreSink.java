package io.klamm.metrics.store;

import io.klamm.metrics.Family;
import io.klamm.metrics.SampleSink;
import io.klamm.model.series.Labels;
import io.klamm.model.series.LabelsBuilder;
import io.klamm.model.series.StaleMarker;
import io.klamm.storage.Appender;
import io.klamm.storage.Outcome;
import io.klamm.storage.SeriesRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a cluster's samples, reading after reading, to an appender, and marks series that are in a reading no more as ended.
 *
 * <p>Two readings of one cluster give the same series in the same order, but for what has come and gone: so a row is first looked for where it would stand if nothing
 * had changed, and only then by its labels. For one thread.
 */
final class StoreSink implements SampleSink<LabelPart> {

    private record Key(Family family, LabelPart before, int partition, LabelPart after) {}

    /** One series, and the last reading that it was in. */
    private static final class Row {
        private final Key key;
        private final SeriesRef series;
        private int cycle;

        Row(Key key, SeriesRef series) {
            this.key = key;
            this.series = series;
        }

        boolean is(Family family, LabelPart before, int partition, LabelPart after) {
            return key.partition == partition && key.before == before && key.after == after && key.family == family;
        }
    }

    private final Appender appender;
    private final Labels base;
    private final String cluster;
    private final Map<List<String>, LabelPart> parts = new HashMap<>();
    private final Map<Key, Row> rows = new HashMap<>();
    private List<Row> order = new ArrayList<>();
    private List<Row> next = new ArrayList<>();
    private int place;
    private int cycle;
    private long refused;

    /** @param base labels that every series has */
    StoreSink(Appender appender, Labels base, String cluster) {
        this.appender = appender;
        this.base = base;
        this.cluster = cluster;
    }

    /** Begins a reading that was taken at this time, in milliseconds since the epoch. */
    void begin(long takenAt) {
        appender.begin(takenAt);
        cycle++;
        place = 0;
        next.clear();
    }

    @Override
    public LabelPart labels(String... namesAndValues) {
        return parts.computeIfAbsent(Arrays.asList(namesAndValues), key -> new LabelPart(namesAndValues));
    }

    @Override
    public void sample(Family family, LabelPart before, int partition, LabelPart after, long value) {
        sample(family, before, partition, after, (double) value);
    }

    @Override
    public void sample(Family family, LabelPart before, int partition, LabelPart after, double value) {
        Row row = row(family, before, partition, after);
        row.cycle = cycle;
        next.add(row);
        count(appender.append(row.series, value));
    }

    private Row row(Family family, LabelPart before, int partition, LabelPart after) {
        if (place < order.size()) {
            Row expected = order.get(place);
            if (expected.is(family, before, partition, after)) {
                place++;
                return expected;
            }
        }
        Row row = rows.computeIfAbsent(
                new Key(family, before, partition, after), key -> new Row(key, appender.series(labels(key))));
        catchUp(row);
        return row;
    }

    /** After something new, or something gone: where the order of last time goes on. */
    private void catchUp(Row row) {
        int end = Math.min(order.size(), place + 64);
        for (int i = place; i < end; i++) {
            if (order.get(i) == row) {
                place = i + 1;
                return;
            }
        }
    }

    private Labels labels(Key key) {
        LabelsBuilder labels = base.builder().set(Labels.NAME, key.family().metric());
        switch (key.family().cluster()) {
            case NONE, WHERE_SEVERAL, ALWAYS -> labels.set("cluster", cluster);
            case AS_LAG_EXPORTER -> labels.set("cluster", cluster).set("cluster_name", cluster);
        }
        set(labels, key.before());
        if (key.partition() >= 0) {
            labels.set("partition", Integer.toString(key.partition()));
        }
        set(labels, key.after());
        return labels.build();
    }

    private static void set(LabelsBuilder labels, LabelPart part) {
        String[] pairs = part.pairs();
        for (int i = 0; i < pairs.length; i += 2) {
            labels.set(pairs[i], pairs[i + 1]);
        }
    }

    /** Ends a reading and commits it: what was in the one before and is not in this one gets an end. */
    void end() {
        if (rows.size() > next.size()) {
            rows.values().removeIf(this::ended);
            parts.values().retainAll(partsInUse());
        }
        List<Row> last = order;
        order = next;
        next = last;
        appender.commit();
    }

    private boolean ended(Row row) {
        if (row.cycle == cycle) {
            return false;
        }
        count(appender.append(row.series, StaleMarker.VALUE));
        return true;
    }

    private Set<LabelPart> partsInUse() {
        Set<LabelPart> used = new HashSet<>();
        for (Key key : rows.keySet()) {
            used.add(key.before());
            used.add(key.after());
        }
        return used;
    }

    private void count(Outcome outcome) {
        if (!outcome.kept()) {
            refused++;
        }
    }

    /** Samples that the store did not take, since the start. */
    long refused() {
        return refused;
    }
}
