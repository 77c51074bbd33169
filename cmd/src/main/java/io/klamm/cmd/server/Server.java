package io.klamm.cmd.server;

import io.klamm.config.Loaded;
import io.klamm.config.Problem;
import io.klamm.kafka.ClusterCollector;
import io.klamm.kafka.ClusterConfig;
import io.klamm.kafka.SnapshotListener;
import io.klamm.lag.LagCalculator;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.verdict.ClusterVerdicts;
import io.klamm.web.WebConfig;
import io.klamm.web.WebServer;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server: every room made and plugged by hand, receivers started first, stopped in reverse.
 *
 * <p>This is the walk of an offset: a collector publishes a snapshot, its lag is calculated, both go on the board, the web is told.
 */
public final class Server implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Server.class);

    private final SettingsSource source;
    private final Clock clock;
    private final ClusterBoard board = new ClusterBoard();
    private final LagCalculator lag = new LagCalculator();
    private final WebConfig webConfig;
    private final WebServer web;
    private Map<String, Watcher> watchers = Map.of();
    private List<ClusterConfig> wanted;

    /**
     * @param settings what to begin with
     * @param source asked again at each reload
     */
    public Server(ServerSettings settings, SettingsSource source, String version, Clock clock) {
        this.source = source;
        this.clock = clock;
        this.wanted = settings.clusters();
        this.webConfig = settings.web();
        this.web = new WebServer(settings.web(), board, this::reload, version, clock);
    }

    /** Starts answering, then collecting. An IOException says why it cannot listen; a cluster that does not answer is no reason not to start. */
    public synchronized void start() throws IOException {
        board.showComponents(List.of(web::status));
        web.start();
        watch(wanted);
    }

    /** Where it listens, for a person to open. */
    public String url() {
        return "http://"
                + new WebConfig(
                                webConfig.host(),
                                web.port(),
                                webConfig.dataDir(),
                                webConfig.hostNames(),
                                webConfig.limits())
                        .address();
    }

    /** The password that was made at this start, to be shown once; empty when there is one from before, or none is needed. */
    public Optional<String> newPassword() {
        return web.newPassword();
    }

    /** Whether the group's lag is known and shown. */
    public boolean showsLagOf(String cluster, String group) {
        return board.clusters().stream()
                .filter(view -> view.name().equals(cluster))
                .flatMap(view -> view.reading().stream())
                .flatMap(reading -> reading.lag().groups().stream())
                .anyMatch(lag -> lag.group().id().equals(group) && lag.total().isPresent());
    }

    /**
     * Reads the settings again. With any problem everything stays as it is; otherwise clusters whose settings are the same go on undisturbed.
     *
     * @return what is wrong; empty when the new settings are in force
     */
    public synchronized List<String> reload() {
        Loaded<ServerSettings> loaded = source.load();
        List<String> problems =
                new ArrayList<>(loaded.problems().stream().map(Problem::text).toList());
        loaded.value()
                .filter(settings -> !settings.web().equals(webConfig))
                .ifPresent(settings ->
                        problems.add("listen, data-dir and login cannot change while running (expected: a restart)"));
        if (!problems.isEmpty()) {
            problems.forEach(
                    problem -> log.error("configuration not reloaded, the old one stays in force: {}", problem));
            return problems;
        }
        watch(loaded.orThrow().clusters());
        log.info("configuration reloaded: {} cluster(s)", wanted.size());
        return List.of();
    }

    @Override
    public synchronized void close() {
        watchers.values().forEach(watcher -> watcher.collector().close());
        watchers = Map.of();
        web.close();
    }

    private void watch(List<ClusterConfig> clusters) {
        Map<String, Watcher> next = new LinkedHashMap<>();
        List<Watcher> fresh = new ArrayList<>();
        for (ClusterConfig cluster : clusters) {
            Watcher old = watchers.get(cluster.name());
            if (old != null && old.config().equals(cluster)) {
                next.put(cluster.name(), old);
                continue;
            }
            Watcher watcher = new Watcher(cluster, new ClusterCollector(cluster, new Listener(cluster.name()), clock));
            next.put(cluster.name(), watcher);
            fresh.add(watcher);
        }
        closeAllBut(next);
        watchers = next;
        wanted = clusters;
        board.show(next.values().stream().map(Watcher::entry).toList());
        fresh.forEach(watcher -> watcher.collector().start());
    }

    private void closeAllBut(Map<String, Watcher> next) {
        watchers.forEach((name, old) -> {
            if (!old.equals(next.get(name))) {
                old.collector().close();
                board.forget(name);
            }
        });
    }

    /** What a collector tells: called on its thread. */
    private final class Listener implements SnapshotListener {

        private final String cluster;

        Listener(String cluster) {
            this.cluster = cluster;
        }

        @Override
        public void published(ClusterSnapshot snapshot) {
            board.publish(snapshot, lag.lagOf(snapshot), ClusterVerdicts.none(snapshot.takenAt()));
            web.published(cluster);
        }

        @Override
        public void failed(String error) {
            web.published(cluster);
        }
    }
}
