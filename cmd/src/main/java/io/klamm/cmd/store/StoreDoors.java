package io.klamm.cmd.store;

import io.klamm.promql.engine.Engine;
import io.klamm.promql.engine.EngineSettings;
import io.klamm.storage.remote.read.ReadSettings;
import io.klamm.storage.remote.read.RemoteReadHandler;
import io.klamm.storage.remote.write.RemoteWriteReceiver;
import io.klamm.storage.remote.write.WriteSettings;
import io.klamm.web.prometheus.PrometheusParts;
import io.klamm.web.prometheus.ServerFacts;
import io.klamm.web.prometheus.StoreActions;
import io.klamm.web.prometheus.Targets;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The ways into the store and out of it that Prometheus's API has: queries, remote write, remote read. */
public final class StoreDoors implements AutoCloseable {

    private final RemoteWriteReceiver receiver;
    private final PrometheusParts parts;

    /** Opens nothing: the store may still be closed, and is asked when somebody asks. */
    public StoreDoors(
            SeriesStore store,
            StoreSettings settings,
            Targets targets,
            ServerFacts facts,
            Optional<PrometheusParts.Push> push,
            Clock clock) {
        this.receiver = new RemoteWriteReceiver(store, WriteSettings.USUAL, RandomGenerator.getDefault(), clock);
        RemoteReadHandler reader =
                new RemoteReadHandler(store, settings.remotes().externalLabels(), ReadSettings.USUAL);
        Optional<StoreActions> actions =
                settings.adminApi() ? Optional.of(new AdminActions(store, settings, clock)) : Optional.empty();
        this.parts = new PrometheusParts(
                new Engine(EngineSettings.standard(), store, System::nanoTime),
                store,
                targets,
                new WrittenMetadata(store),
                facts,
                receiver::receive,
                reader::read,
                push,
                actions);
    }

    public PrometheusParts parts() {
        return parts;
    }

    @Override
    public void close() {
        receiver.close();
    }
}
