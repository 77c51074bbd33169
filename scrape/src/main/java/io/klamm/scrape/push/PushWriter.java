package io.klamm.scrape.push;

import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.model.series.StaleMarker;
import io.klamm.storage.Appender;
import io.klamm.storage.Outcome;
import io.klamm.storage.SeriesRef;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes all groups to a store again and again; what is gone since the last time ends with a stale marker. For one thread. */
final class PushWriter implements AutoCloseable {

    private final Appender appender;
    private final Map<String, Metadata> described = new HashMap<>();
    private Map<Labels, SeriesRef> written = Map.of();

    /** @param appender its own; it is closed with this */
    PushWriter(Appender appender) {
        this.appender = appender;
    }

    /** Writes all samples as of a time, in milliseconds since the epoch; gives how many the store did not take. */
    int write(List<PushGroup> groups, long timestamp) {
        appender.begin(timestamp);
        Map<Labels, SeriesRef> now = new LinkedHashMap<>();
        int refused = 0;
        for (PushGroup group : groups) {
            for (PushedFamily family : group.times().values()) {
                refused += write(family, now);
            }
            for (PushedFamily family : group.families().values()) {
                refused += write(family, now);
            }
        }
        written.forEach((labels, ref) -> {
            if (!now.containsKey(labels)) {
                // A store that takes no stale marker did not take the samples either.
                Outcome unused = appender.append(ref, StaleMarker.VALUE);
            }
        });
        written = now;
        appender.commit();
        return refused;
    }

    private int write(PushedFamily family, Map<Labels, SeriesRef> now) {
        if (!family.metadata().equals(described.put(family.name(), family.metadata()))) {
            appender.describe(family.name(), family.metadata());
        }
        int refused = 0;
        for (Map.Entry<Labels, Double> sample : family.samples().entrySet()) {
            SeriesRef known = written.get(sample.getKey());
            SeriesRef ref = known == null ? appender.series(sample.getKey()) : known;
            now.put(sample.getKey(), ref);
            refused += appender.append(ref, sample.getValue()).kept() ? 0 : 1;
        }
        return refused;
    }

    @Override
    public void close() {
        appender.close();
    }
}
