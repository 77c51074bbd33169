package io.klamm.cmd.server;

import io.klamm.cmd.store.SeriesStore;
import io.klamm.storage.StoreAnalysis;
import io.klamm.web.prometheus.ServerFacts;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What Prometheus's API tells of the server itself. */
final class Facts implements ServerFacts {

    private final Supplier<ServerSettings> settings;
    private final SeriesStore store;
    private final String version;
    private final Instant startedAt;
    private volatile Instant configuredAt;

    Facts(Supplier<ServerSettings> settings, SeriesStore store, String version, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.version = version;
        this.startedAt = clock.instant();
        this.configuredAt = startedAt;
    }

    /** To be called when new settings are in force. */
    void configured(Instant at) {
        configuredAt = at;
    }

    /** What is watched and where it is answered; whatever may be secret is left out. */
    @Override
    public String config() {
        StringBuilder yaml = new StringBuilder("listen: ")
                .append(settings.get().web().address())
                .append("\nclusters:\n");
        settings.get().clusters().forEach(cluster -> yaml.append("- name: \"")
                .append(cluster.name().replace("\\", "\\\\").replace("\"", "\\\""))
                .append("\"\n  interval: ")
                .append(cluster.interval().toMillis())
                .append("ms\n"));
        return yaml.toString();
    }

    @Override
    public Map<String, String> flags() {
        Map<String, String> flags = new TreeMap<>();
        flags.put("query.lookback-delta", "5m");
        flags.put("query.max-concurrency", "20");
        flags.put("query.max-samples", "50000000");
        flags.put("query.timeout", "2m");
        flags.put("storage.tsdb.retention.time", retention());
        flags.put(
                "storage.tsdb.path", settings.get().store().local().directory().toString());
        flags.put("web.enable-admin-api", String.valueOf(settings.get().store().adminApi()));
        flags.put("web.enable-remote-write-receiver", "true");
        flags.put("web.listen-address", settings.get().web().address());
        return flags;
    }

    @Override
    public Instant startedAt() {
        return startedAt;
    }

    @Override
    public Instant configuredAt() {
        return configuredAt;
    }

    @Override
    public String retention() {
        return settings.get().store().retention();
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public StoreAnalysis store(int limit) {
        return store.analyze(limit);
    }
}
