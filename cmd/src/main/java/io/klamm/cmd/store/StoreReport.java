package io.klamm.cmd.store;

import io.klamm.tsdb.TsdbAnalysis;
import io.klamm.web.prometheus.StoreStatus;
import java.util.List;

/** What is in the embedded store, as Prometheus's API tells it. */
final class StoreReport {

    private StoreReport() {}

    static StoreStatus of(SeriesStore store, int limit) {
        TsdbAnalysis analysis = store.local().analyze(limit);
        return new StoreStatus(
                analysis.headSeries(),
                analysis.labelPairs(),
                store.local().stats().head().chunksSealed(),
                analysis.oldest(),
                analysis.newest(),
                tops(analysis.metrics()),
                tops(analysis.labels()),
                tops(analysis.labelBytes()),
                tops(analysis.pairs()));
    }

    private static List<StoreStatus.Top> tops(List<TsdbAnalysis.Count> counts) {
        return counts.stream()
                .map(count -> new StoreStatus.Top(count.name(), count.count()))
                .toList();
    }
}
