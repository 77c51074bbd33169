package io.klamm.web;

import io.klamm.web.tables.ClusterTables;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Keeps the tables of each cluster's newest reading. Safe for use by several threads. */
final class TablesCache {

    private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();

    private record Entry(ClusterView.Reading reading, ClusterTables tables) {}

    /** The tables of a cluster's reading, null before the first. */
    @Nullable
    ClusterTables of(ClusterView view) {
        if (view.reading().isEmpty()) {
            entries.remove(view.name());
            return null;
        }
        ClusterView.Reading reading = view.reading().get();
        Entry known = entries.get(view.name());
        if (known == null || !known.reading().sameAs(reading)) {
            known = new Entry(reading, new ClusterTables(reading.snapshot(), reading.lag(), reading.verdicts()));
            entries.put(view.name(), known);
        }
        return known.tables();
    }

    /** Forgets a cluster's tables, so that an old reading is not kept alive by them. */
    void forget(String cluster) {
        entries.remove(cluster);
    }
}
