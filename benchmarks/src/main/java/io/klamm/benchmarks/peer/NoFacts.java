package io.klamm.benchmarks.peer;

import io.klamm.storage.StoreAnalysis;
import io.klamm.web.prometheus.ServerFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a server says of itself that has no configuration. */
record NoFacts(Instant startedAt) implements ServerFacts {

    @Override
    public String config() {
        return "";
    }

    @Override
    public Map<String, String> flags() {
        return Map.of();
    }

    @Override
    public Instant configuredAt() {
        return startedAt;
    }

    @Override
    public String retention() {
        return "";
    }

    @Override
    public String version() {
        return "benchmark";
    }

    @Override
    public StoreAnalysis store(int limit) {
        StoreAnalysis.Head head = new StoreAnalysis.Head(0, 0, 0, 0, 0);
        return new StoreAnalysis(0, 0, head, 0, 0, 0, List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
