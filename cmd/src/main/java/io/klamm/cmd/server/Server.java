package io.klamm.cmd.server;

import io.klamm.cmd.alerting.Alerting;
import io.klamm.cmd.burrow.ShownModules;
import io.klamm.cmd.scraping.Pushing;
import io.klamm.cmd.scraping.Scraping;
import io.klamm.cmd.store.SelfHistory;
import io.klamm.cmd.store.SeriesStore;
import io.klamm.cmd.store.StoreDoors;
import io.klamm.config.Loaded;
import io.klamm.config.Problem;
import io.klamm.metrics.store.ClusterHistory;
import io.klamm.model.Broker;
import io.klamm.model.ComponentStatus;
import io.klamm.promql.engine.WarmUp;
import io.klamm.web.MetricsProfile;
import io.klamm.web.WebConfig;
import io.klamm.web.WebServer;
import io.klamm.web.burrow.BurrowDoors;
import io.klamm.web.burrow.BurrowModules;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server: every room made and plugged by hand, receivers started first, stopped in reverse.
 *
 * <p>{@link ClusterWatch} plugs together what watches one cluster; {@link Publisher} is the walk of an offset from there to the board.
 */
public final class Server implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Server.class);

    private final SettingsSource source;
    private final Clock clock;
    private final ClusterBoard board = new ClusterBoard();
    private final BurrowBoard burrow;
    private final WebConfig webConfig;
    private final SeriesStore store;
    private final Facts facts;
    private final Scraping scraping;
    private final Pushing pushing;
    private final StoreDoors doors;
    private final Alerting alerting;
    private final WebServer web;
    private @Nullable SelfHistory self;
    private volatile Map<String, ClusterWatch> watches = Map.of();
    private volatile ServerSettings settings;

    /**
     * @param settings what to begin with
     * @param source asked again at each reload
     */
    public Server(ServerSettings settings, SettingsSource source, String version, Clock clock) {
        this.source = source;
        this.clock = clock;
        this.settings = settings;
        this.webConfig = settings.web();
        this.burrow = new BurrowBoard(this::readsCommits, this::shown);
        this.store = new SeriesStore(settings.store(), clock);
        this.facts = new Facts(() -> this.settings, store, version, clock);
        this.scraping = new Scraping(store, this::brokers, settings.web().address(), clock);
        this.pushing = new Pushing(store, settings.store().local().directory().resolve("pushed"), clock);
        this.doors = new StoreDoors(store, settings.store(), scraping.targets(), facts, Optional.of(pushing), clock);
        this.alerting = new Alerting(
                settings.alerting(),
                settings.store().local().directory().resolveSibling("alerting"),
                store,
                board::clusters,
                settings.web().address(),
                clock);
        this.web = new WebServer(
                settings.web(),
                board,
                new BurrowDoors(burrow, new LogbackLevels()),
                Optional.of(doors.parts()),
                alerting.doors(),
                this::reload,
                version,
                clock);
    }

    /** Starts answering, then collecting. An IOException says why it cannot listen; a cluster that does not answer is no reason not to start. */
    public synchronized void start() throws IOException {
        Thread warmUp = new Thread(WarmUp::run, "klamm-warm-up");
        warmUp.setDaemon(true);
        warmUp.start();
        store.open();
        pushing.start();
        alerting.start();
        web.start();
        self = new SelfHistory(store, web::ownSamples, clock);
        self.start();
        watch(settings);
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
        loaded.value().ifPresent(next -> problems.addAll(LastingSettings.changed(settings, next)));
        if (!problems.isEmpty()) {
            problems.forEach(
                    problem -> log.error("configuration not reloaded, the old one stays in force: {}", problem));
            return problems;
        }
        watch(loaded.orThrow());
        facts.configured(clock.instant());
        log.info("configuration reloaded: {} cluster(s)", watches.size());
        return List.of();
    }

    @Override
    public synchronized void close() {
        watches.values().forEach(ClusterWatch::close);
        watches = Map.of();
        if (self != null) {
            self.close();
        }
        scraping.close();
        web.close();
        alerting.close();
        pushing.close();
        doors.close();
        store.close();
    }

    private void watch(ServerSettings next) {
        Map<String, ClusterWatch> all = new LinkedHashMap<>();
        List<ClusterWatch> fresh = new ArrayList<>();
        for (ClusterSettings cluster : next.watched()) {
            ClusterWatch old = watches.get(cluster.name());
            if (old != null && old.settings().equals(cluster)) {
                all.put(cluster.name(), old);
                continue;
            }
            ClusterHistory history = new ClusterHistory(
                    store, cluster.name(), MetricsProfile.selection(next.web().profiles(), true));
            ClusterWatch watch = new ClusterWatch(cluster, board, history, () -> web.published(cluster.name()), clock);
            all.put(cluster.name(), watch);
            fresh.add(watch);
        }
        closeAllBut(all);
        watches = all;
        settings = next;
        scraping.apply(next.scraping());
        alerting.apply(next.alerting());
        show();
        fresh.forEach(ClusterWatch::start);
    }

    private void show() {
        List<Supplier<ComponentStatus>> components = new ArrayList<>();
        watches.values().forEach(watch -> components.addAll(watch.components()));
        components.addAll(store.components());
        components.addAll(scraping.components());
        components.addAll(alerting.components());
        components.add(web::status);
        board.showComponents(components);
        board.show(watches.values().stream().map(ClusterWatch::entry).toList());
        burrow.show(
                watches.values().stream().map(watch -> watch.judges().burrow()).toList());
    }

    /** The brokers of a cluster that is watched, as it was last read. */
    private Optional<List<Broker>> brokers(String cluster) {
        return board.clusters().stream()
                .filter(view -> view.name().equals(cluster))
                .flatMap(view -> view.reading().stream())
                .map(reading -> reading.snapshot().brokers())
                .findFirst();
    }

    /** Whether every cluster has been read once, and its commits with it. */
    private boolean readsCommits() {
        return board.clusters().stream().allMatch(view -> view.reading().isPresent());
    }

    private BurrowModules shown() {
        return settings.burrow()
                .map(setup -> ShownModules.of(setup.config()))
                .orElseGet(() -> KlammModules.of(
                        settings.clusters(),
                        webConfig.burrow(),
                        window(settings).settings()));
    }

    /** All clusters have the same. */
    private static BurrowWindow window(ServerSettings settings) {
        return settings.watched().stream()
                .map(ClusterSettings::burrow)
                .findFirst()
                .orElse(BurrowWindow.USUAL);
    }

    private void closeAllBut(Map<String, ClusterWatch> next) {
        watches.forEach((name, old) -> {
            if (!old.equals(next.get(name))) {
                old.close();
                board.forget(name);
            }
        });
    }
}
