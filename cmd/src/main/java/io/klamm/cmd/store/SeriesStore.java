package io.klamm.cmd.store;

import io.klamm.model.ComponentStatus;
import io.klamm.model.series.Metadata;
import io.klamm.storage.Appender;
import io.klamm.storage.Appenders;
import io.klamm.storage.Querier;
import io.klamm.storage.Queryable;
import io.klamm.storage.StorageException;
import io.klamm.storage.StoreAnalysis;
import io.klamm.storage.fanout.Fanout;
import io.klamm.storage.fanout.Secondary;
import io.klamm.storage.remote.read.RemoteQueryable;
import io.klamm.storage.remote.send.HttpTransport;
import io.klamm.storage.remote.send.RemoteWriteSender;
import io.klamm.tsdb.TsdbStorage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The store of time series as the server has it: the embedded one, those elsewhere that are asked with it, and the sender that hands on what is logged. It may be asked before it
 * is open, and says so. Safe from any thread.
 */
public final class SeriesStore implements Appenders, Queryable, AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final String SENDER = "remote-write";

    private final StoreSettings settings;
    private final Clock clock;
    private volatile @Nullable Open open;

    /** What there is while the store is open. */
    private record Open(TsdbStorage local, Fanout all, Optional<RemoteWriteSender> sender, ExecutorService threads) {}

    /** Opens nothing. */
    public SeriesStore(StoreSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Opens the directory and begins to send. Once, before anybody writes.
     *
     * @throws IOException if the directory cannot be used; the message is for a person
     */
    public void open() throws IOException {
        TsdbStorage local;
        try {
            local = TsdbStorage.open(settings.local(), clock);
        } catch (StorageException e) {
            throw new IOException(e.getMessage(), e);
        }
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "klamm-remote-read");
            thread.setDaemon(true);
            return thread;
        });
        HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        List<Secondary> others = settings.remotes().reads().stream()
                .map(read -> Secondary.readOnly(read.name(), new RemoteQueryable(read, http, local::oldest)))
                .toList();
        Optional<RemoteWriteSender> sender = sender(local, http);
        open = new Open(local, new Fanout(local, others, threads), sender, threads);
        sender.ifPresent(RemoteWriteSender::start);
    }

    private Optional<RemoteWriteSender> sender(TsdbStorage local, HttpClient http) {
        if (settings.remotes().writes().isEmpty()) {
            return Optional.empty();
        }
        Path places = settings.local().directory().resolve(SENDER);
        return Optional.of(new RemoteWriteSender(
                settings.remotes().writes(),
                local.log(),
                places,
                config -> new HttpTransport(config, http),
                clock,
                RandomGenerator.getDefault()));
    }

    @Override
    public Appender appender(String writer) {
        return opened().all().appender(writer);
    }

    @Override
    public Querier querier(long from, long to) {
        return opened().all().querier(from, to);
    }

    /** The embedded store. */
    TsdbStorage local() {
        return opened().local();
    }

    /** What is known of metric families by those who write; empty before it is open. */
    Map<String, Metadata> metadata() {
        Open now = open;
        return now == null ? Map.of() : now.local().metadata();
    }

    /**
     * What is in the embedded store; all labels are read for it.
     *
     * @param limit at most so many rows in each list
     */
    public StoreAnalysis analyze(int limit) {
        return opened().local().analyze(limit);
    }

    /** How the store and the ways to other stores fare. */
    public List<Supplier<ComponentStatus>> components() {
        Open now = open;
        if (now == null) {
            return List.of();
        }
        List<Supplier<ComponentStatus>> components = new ArrayList<>();
        components.add(now.local()::status);
        now.sender().ifPresent(sender -> {
            for (int i = 0; i < settings.remotes().writes().size(); i++) {
                int place = i;
                components.add(() -> Destinations.status(sender.status().get(place)));
            }
        });
        return components;
    }

    private Open opened() {
        Open now = open;
        if (now == null) {
            throw new StorageException("the store is not open (expected: a moment after the start; ask again)");
        }
        return now;
    }

    /** Lets what is on its way arrive, and closes the directory. Nobody may write any more. Safe twice. */
    @Override
    public void close() {
        Open now = open;
        open = null;
        if (now != null) {
            now.sender().ifPresent(RemoteWriteSender::close);
            now.threads().shutdownNow();
            now.all().close();
        }
    }
}
