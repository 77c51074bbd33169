package io.klamm.storage.remote.send;

import io.klamm.model.series.Labels;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From a series of the log to the series that a destination gets; what has been worked out is kept, of so many series at most. For one thread. */
final class SentSeriesTable {

    private static final int MOST = 1 << 20;

    private final Labels external;
    private final Relabel relabel;
    private final Map<Labels, Entry> entries = new HashMap<>();
    private final Map<Labels, SentSeries> sent = new HashMap<>();

    /** @param series null if the series is not sent */
    private record Entry(@Nullable SentSeries series) {}

    SentSeriesTable(Labels external, Relabel relabel) {
        this.external = external;
        this.relabel = relabel;
    }

    /** What to send for a series of the log; null if nothing. */
    @Nullable
    SentSeries of(Labels labels) {
        Entry entry = entries.get(labels);
        if (entry == null) {
            entry = new Entry(make(labels));
            entries.put(labels, entry);
        }
        return entry.series();
    }

    /** Two series of the log may become one. */
    private @Nullable SentSeries make(Labels labels) {
        Labels all = labels;
        for (int i = 0; i < external.size(); i++) {
            all = all.has(external.name(i)) ? all : all.with(external.name(i), external.value(i));
        }
        Labels relabelled = relabel.apply(all);
        return relabelled == null || relabelled.isEmpty() ? null : sent.computeIfAbsent(relabelled, SentSeries::new);
    }

    /** Forgets all when there are too many; only between rounds. */
    void trim() {
        if (entries.size() > MOST) {
            entries.clear();
            sent.clear();
        }
    }
}
