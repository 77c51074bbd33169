package io.klamm.metrics.store;

import io.klamm.metrics.ClusterSamples;
import io.klamm.metrics.Selection;
import io.klamm.model.ClusterLag;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.series.Labels;
import io.klamm.model.verdict.ClusterVerdicts;
import io.klamm.storage.Appender;
import io.klamm.storage.Appenders;
import io.klamm.storage.SeriesRef;
import java.time.Instant;

/**
 * One cluster's readings as time series: each reading's samples at the time when it was taken, with {@code up} beside them as a scrape has it.
 *
 * <p>Every series has the labels {@code cluster}, {@code job} and {@code instance}, so that dashboards made for a scraped exporter find what they choose by. Safe for
 * use by several threads, one after the other.
 */
public final class ClusterHistory implements AutoCloseable {

    /** The label {@code job} of every series. */
    public static final String JOB = "klamm";

    private final Appender appender;
    private final StoreSink sink;
    private final Selection selection;
    private final SeriesRef up;

    /**
     * Writes nothing yet.
     *
     * @param selection which metrics are kept; the cluster's label always is
     */
    public ClusterHistory(Appenders store, String cluster, Selection selection) {
        this.appender = store.appender("kafka/" + cluster);
        Labels base = Labels.of("job", JOB, "instance", cluster);
        this.sink = new StoreSink(appender, base, cluster);
        this.selection = new Selection(true, selection.kafkaExporter(), selection.lagExporter());
        this.up = appender.series(
                base.builder().set(Labels.NAME, "up").set("cluster", cluster).build());
    }

    /** Writes a reading. */
    public synchronized void write(ClusterSnapshot snapshot, ClusterLag lag, ClusterVerdicts verdicts) {
        sink.begin(snapshot.takenAt().toEpochMilli());
        appender.append(up, 1);
        ClusterSamples.write(snapshot, lag, verdicts, selection, sink);
        sink.end();
    }

    /** Writes that a reading failed: {@code up} is 0, and every other series rests. */
    public synchronized void failed(Instant at) {
        appender.begin(at.toEpochMilli());
        appender.append(up, 0);
        appender.commit();
    }

    /** Samples that the store did not take, since the start. */
    public synchronized long refused() {
        return sink.refused();
    }

    @Override
    public synchronized void close() {
        appender.close();
    }
}
