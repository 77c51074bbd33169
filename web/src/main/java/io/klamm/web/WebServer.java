package io.klamm.web;

import io.klamm.model.ComponentStatus;
import io.klamm.model.series.Labels;
import io.klamm.web.alertmanager.AlertmanagerApi;
import io.klamm.web.alerts.AlertDoors;
import io.klamm.web.alerts.AlertsApi;
import io.klamm.web.burrow.BurrowApi;
import io.klamm.web.burrow.BurrowDoors;
import io.klamm.web.burrow.BurrowMetrics;
import io.klamm.web.burrow.BurrowOptions;
import io.klamm.web.login.Login;
import io.klamm.web.prometheus.PrometheusApi;
import io.klamm.web.prometheus.PrometheusParts;
import io.klamm.web.prometheus.RuleViews;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one port: the API, the metrics and the page; and beside it the ports that are only Burrow's. One event loop moves bytes; a few workers make the answers. Safe for use by several threads.
 */
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final long PATIENCE_SECONDS = 10;
    private static final String UI = "io/klamm/web/ui/";

    private final WebConfig config;
    private final Views views;
    private final BurrowDoors burrow;
    private final Reloader reloader;
    private final String version;
    private final Clock clock;
    private final HttpCounters counters;
    private final Optional<PrometheusApi> prometheus;
    private final AlertDoors alerts;
    private final OwnMetrics ownMetrics;
    private final KafkaMetrics kafkaMetrics;
    private final TablesCache tables = new TablesCache();
    private volatile @Nullable Running running;

    /** A server that keeps nothing for Burrow. Connects to nothing. */
    public WebServer(WebConfig config, Views views, Reloader reloader, String version, Clock clock) {
        this(config, views, BurrowDoors.none(), reloader, version, clock);
    }

    /** A server without a store. Connects to nothing. */
    public WebServer(
            WebConfig config, Views views, BurrowDoors burrow, Reloader reloader, String version, Clock clock) {
        this(config, views, burrow, Optional.empty(), reloader, version, clock);
    }

    /**
     * A server without alerting. Connects to nothing.
     *
     * @param prometheus what Prometheus's API answers from; empty where there is no store
     */
    public WebServer(
            WebConfig config,
            Views views,
            BurrowDoors burrow,
            Optional<PrometheusParts> prometheus,
            Reloader reloader,
            String version,
            Clock clock) {
        this(config, views, burrow, prometheus, AlertDoors.none(), reloader, version, clock);
    }

    /**
     * Connects to nothing.
     *
     * @param prometheus what Prometheus's API answers from; empty where there is no store
     * @param alerts what alerts and rules are answered from
     */
    public WebServer(
            WebConfig config,
            Views views,
            BurrowDoors burrow,
            Optional<PrometheusParts> prometheus,
            AlertDoors alerts,
            Reloader reloader,
            String version,
            Clock clock) {
        this.config = config;
        this.views = views;
        this.burrow = burrow;
        this.alerts = alerts;
        this.prometheus = prometheus.map(parts -> new PrometheusApi(parts, ruleViews(alerts), config.origins(), clock));
        this.reloader = reloader;
        this.version = version;
        this.clock = clock;
        this.counters = new HttpCounters(clock);
        this.ownMetrics = new OwnMetrics(views, new AlertMetrics(alerts), counters, version, clock);
        this.kafkaMetrics = new KafkaMetrics(config.profiles(), clock);
    }

    private RuleViews ruleViews(AlertDoors doors) {
        return doors.rules()
                .<RuleViews>map(desk ->
                        new DeskRules(desk, () -> doors.alerts().isPresent() ? List.of(alertmanagerUrl()) : List.of()))
                .orElse(RuleViews.NONE);
    }

    private String alertmanagerUrl() {
        return "http://" + Place.text(config.host(), port()) + "/alertmanager/api/v2/alerts";
    }

    /** What exists between start and close. */
    private record Running(
            Vertx vertx,
            HttpServer server,
            List<HttpServer> burrow,
            Events events,
            WorkerExecutor answers,
            Optional<Login> login) {}

    /**
     * Listens.
     *
     * @throws IOException when the port is taken, the address is not ours, or the password file cannot be read or written
     */
    public synchronized void start() throws IOException {
        if (running != null) {
            throw new IllegalStateException("web server: started (expected: one start)");
        }
        Place main = Place.resolve(config.host(), config.port());
        List<Place> others = new ArrayList<>();
        for (BurrowConfig.Listener listener : config.burrow().listeners()) {
            others.add(Place.resolve(listener.host(), listener.port()));
        }
        boolean open = !main.loopback() || others.stream().anyMatch(place -> !place.loopback());
        Optional<Login> login = open ? Optional.of(Login.load(config.dataDir(), clock)) : Optional.empty();
        Vertx vertx = Vertx.vertx(options());
        try {
            running = listen(vertx, main, others, login);
        } catch (IOException e) {
            await(vertx.close());
            throw e;
        }
    }

    /** The port that is listened on, also where any free one was asked for. */
    public int port() {
        Running now = running;
        return now == null ? config.port() : now.server().actualPort();
    }

    /** The ports of Burrow's own listeners, in the order of the configuration, also where any free one was asked for. */
    public List<Integer> burrowPorts() {
        Running now = running;
        return now == null
                ? config.burrow().listeners().stream()
                        .map(BurrowConfig.Listener::port)
                        .toList()
                : now.burrow().stream().map(HttpServer::actualPort).toList();
    }

    /** The password of user {@code admin}, when it was made by this start: to be shown once, for it is kept nowhere. */
    public Optional<String> newPassword() {
        Running now = running;
        return now == null ? Optional.empty() : now.login().flatMap(Login::newPassword);
    }

    /** What {@code /metrics} would say of this program itself now, as samples. */
    public Map<Labels, Double> ownSamples() {
        return ownMetrics.samples();
    }

    /** To be called, by any thread, when a cluster has a new reading or a cycle of it has failed. Returns at once. */
    public void published(String cluster) {
        Running now = running;
        if (now == null) {
            return;
        }
        tables.forget(cluster);
        try {
            now.events().published(cluster);
            if (kafkaMetrics.announce(cluster)) {
                now.answers()
                        .executeBlocking(() -> writeMetrics(cluster), false)
                        .onFailure(cause -> LOG.error("metrics: {} could not be written out", cluster, cause));
            }
        } catch (RejectedExecutionException | IllegalStateException e) {
            LOG.debug("published: {} came while the server was closing", cluster, e);
        }
    }

    private boolean writeMetrics(String cluster) {
        kafkaMetrics.write(cluster, views.clusters());
        return true;
    }

    /** Requests by route, and errors by kind. */
    public ComponentStatus status() {
        ComponentStatus.State state = running == null ? ComponentStatus.State.STARTING : ComponentStatus.State.OK;
        return counters.status(config.address(), state);
    }

    /** Stops listening and drops all connections; safe to be called twice. */
    @Override
    public synchronized void close() {
        Running now = running;
        running = null;
        if (now != null) {
            await(now.vertx().close());
        }
    }

    private Running listen(Vertx vertx, Place main, List<Place> others, Optional<Login> login) throws IOException {
        Context context = vertx.getOrCreateContext();
        WorkerExecutor answers = vertx.createSharedWorkerExecutor("klamm-web-answers", 2);
        WorkerExecutor logins = vertx.createSharedWorkerExecutor("klamm-web-logins", 1);
        WorkerExecutor reloads = vertx.createSharedWorkerExecutor("klamm-web-reloads", 1, 1, TimeUnit.HOURS);
        Events events = new Events(context, views, counters, config.limits().eventClients());
        Listening listening = new Listening(
                vertx,
                context,
                config,
                counters,
                login,
                new Front.Workers(
                        answers,
                        PrometheusExchanges.Workers.of(vertx),
                        AlertExchanges.Workers.of(vertx),
                        logins,
                        reloads));
        Front.Endpoints endpoints = endpoints(events);
        HttpServer server = listening.open(main, endpoints);
        Front.Endpoints onlyBurrow =
                endpoints.with(new BurrowExchanges(burrowApi(config.burrow().options()), BurrowExchanges.Scope.ALL));
        List<HttpServer> burrowServers = new ArrayList<>();
        for (Place place : others) {
            burrowServers.add(listening.open(place, onlyBurrow));
        }
        context.runOnContext(
                now -> events.start(vertx, config.limits().heartbeat().toMillis()));
        return new Running(vertx, server, burrowServers, events, answers, login);
    }

    private BurrowApi burrowApi(BurrowOptions options) {
        return new BurrowApi(burrow.views(), burrow.logLevels(), options, HostName.read());
    }

    private Front.Endpoints endpoints(Events events) {
        Instant startedAt = clock.instant();
        Operations operations = new Operations(views, reloader);
        BurrowOptions options = config.burrow().options();
        Optional<BurrowMetrics> burrowMetrics = config.profiles().contains(MetricsProfile.BURROW)
                ? Optional.of(new BurrowMetrics(burrow.views(), options.denseOffsets()))
                : Optional.empty();
        return new Front.Endpoints(
                new Api(views, () -> StatusJson.write(views, operations, version, startedAt), clock, tables),
                Document.openApi(),
                new MetricsPage(views, kafkaMetrics, burrowMetrics, ownMetrics),
                events,
                operations,
                new Pages(UI),
                new BurrowExchanges(
                        burrowApi(options),
                        config.burrow().onMainPort() ? BurrowExchanges.Scope.ITS_OWN : BurrowExchanges.Scope.NONE),
                new PrometheusExchanges(prometheus, config.limits().writeBytes()),
                new AlertExchanges(Optional.of(new AlertExchanges.Apis(
                        new AlertsApi(alerts, clock), new AlertmanagerApi(alerts.alerts(), version, clock)))));
    }

    private static void await(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("web server: not closed in full (expected: within {} s)", PATIENCE_SECONDS, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static VertxOptions options() {
        return new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setBlockedThreadCheckInterval(10)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.SECONDS)
                .setPreferNativeTransport(false)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
    }
}
