package io.klamm.metrics.store;

import io.klamm.model.series.Labels;
import io.klamm.model.series.StaleMarker;
import io.klamm.storage.Appender;
import io.klamm.storage.Appenders;
import io.klamm.storage.SeriesRef;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * Samples that come as a list of some hundred each time, such as those of this program itself, as time series: what is in a list no more is marked as ended.
 * Safe for use by several threads, one after the other.
 */
public final class ListHistory implements AutoCloseable {

    private final Appender appender;
    private final Labels base;
    private final Map<Labels, SeriesRef> known = new HashMap<>();
    private long refused;

    /**
     * Writes nothing yet.
     *
     * @param writer the name of the appender
     * @param base labels that every series has
     */
    public ListHistory(Appenders store, String writer, Labels base) {
        this.appender = store.appender(writer);
        this.base = base;
    }

    /** Writes the samples of one moment, in milliseconds since the epoch. */
    public synchronized void write(long time, Map<Labels, Double> samples) {
        appender.begin(time);
        samples.forEach(
                (labels, value) -> append(known.computeIfAbsent(labels, key -> appender.series(withBase(key))), value));
        Iterator<Map.Entry<Labels, SeriesRef>> all = known.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<Labels, SeriesRef> one = all.next();
            if (!samples.containsKey(one.getKey())) {
                append(one.getValue(), StaleMarker.VALUE);
                all.remove();
            }
        }
        appender.commit();
    }

    private Labels withBase(Labels labels) {
        var all = labels.builder();
        base.toMap().forEach((name, value) -> {
            if (!labels.has(name)) {
                all.set(name, value);
            }
        });
        return all.build();
    }

    private void append(SeriesRef series, double value) {
        if (!appender.append(series, value).kept()) {
            refused++;
        }
    }

    /** Samples that the store did not take, since the start. */
    public synchronized long refused() {
        return refused;
    }

    @Override
    public synchronized void close() {
        appender.close();
    }
}
