package io.klamm.cmd.store;

import io.klamm.web.prometheus.MetadataView;
import io.klamm.web.prometheus.Targets;
import java.util.List;

/** What those who write into the store have said of their metrics. Safe from any thread. */
final class WrittenMetadata implements MetadataView {

    private final SeriesStore store;

    WrittenMetadata(SeriesStore store) {
        this.store = store;
    }

    @Override
    public List<Targets.Described> all() {
        return store.metadata().entrySet().stream()
                .map(entry -> new Targets.Described(entry.getKey(), entry.getValue()))
                .toList();
    }
}
