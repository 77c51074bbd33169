package io.klamm.benchmarks.peer;

import io.klamm.promql.engine.Engine;
import io.klamm.promql.engine.EngineSettings;
import io.klamm.promql.engine.WarmUp;
import io.klamm.storage.Matcher;
import io.klamm.storage.remote.RemoteAnswer;
import io.klamm.storage.remote.read.ReadAnswer;
import io.klamm.storage.remote.write.RemoteWriteReceiver;
import io.klamm.storage.remote.write.WriteSettings;
import io.klamm.tsdb.TsdbSettings;
import io.klamm.tsdb.TsdbStorage;
import io.klamm.tsdb.block.Retention;
import io.klamm.web.WebConfig;
import io.klamm.web.WebServer;
import io.klamm.web.burrow.BurrowDoors;
import io.klamm.web.prometheus.PrometheusParts;
import io.klamm.web.prometheus.StoreActions;
import io.klamm.web.prometheus.Targets;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Klamm's store with its engine and its remote write receiver behind its web server, and nothing else. Arguments: the data directory, the port. */
public final class StoreServer {

    /** A century: what is measured is older than what a store keeps by default. */
    private static final Retention RETENTION = new Retention(100L * 365 * 24 * 3600 * 1000, 0);

    private StoreServer() {}

    public static void main(String[] args) throws IOException {
        Clock clock = Clock.systemUTC();
        Path directory = Path.of(args[0]);
        TsdbStorage store = TsdbStorage.open(TsdbSettings.of(directory).withRetention(RETENTION), clock);
        RemoteWriteReceiver receiver = new RemoteWriteReceiver(store, WriteSettings.USUAL, new SecureRandom(), clock);
        PrometheusParts parts = new PrometheusParts(
                new Engine(EngineSettings.standard(), store, System::nanoTime),
                store,
                Targets.NONE,
                List::of,
                new NoFacts(clock.instant()),
                receiver::receive,
                call -> new ReadAnswer.Whole(RemoteAnswer.empty(404)),
                Optional.empty(),
                Optional.of(new Actions(store, directory)));
        WebServer server = new WebServer(
                WebConfig.loopback(Integer.parseInt(args[1])),
                new NoViews(),
                BurrowDoors.none(),
                Optional.of(parts),
                List::of,
                "benchmark",
                clock);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server, receiver, store), "klamm-close"));
        server.start();
        new Thread(WarmUp::run, "klamm-warm-up").start();
        Lateness.start(directory.resolveSibling(Lateness.FILE));
    }

    private static void close(WebServer server, RemoteWriteReceiver receiver, TsdbStorage store) {
        server.close();
        receiver.close();
        store.close();
    }

    private record Actions(TsdbStorage store, Path directory) implements StoreActions {

        @Override
        public void delete(List<Matcher> matchers, long from, long to) {
            store.deleteSeries(matchers, from, to);
        }

        @Override
        public void cleanTombstones() {
            store.cleanTombstones();
        }

        @Override
        public String snapshot() {
            String name = "snapshot-" + System.nanoTime();
            store.snapshot(directory.resolveSibling(name));
            return name;
        }
    }
}
