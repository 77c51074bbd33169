package io.klamm.cmd.server;

import io.klamm.kafka.ClusterConfig;
import io.klamm.lag.burrow.BurrowSettings;
import io.klamm.web.BurrowConfig;
import io.klamm.web.burrow.BurrowModules;
import java.util.List;
import java.util.Optional;

/** Our own configuration in the words of Burrow, for its API: each cluster is a cluster and a consumer of the same name. */
final class KlammModules {

    private static final String NAME = "default";
    private static final int TIMEOUT_SECONDS = 300;
    private static final BurrowModules.ClientProfile PROFILE =
            new BurrowModules.ClientProfile("", "klamm", "", Optional.empty(), Optional.empty());

    private KlammModules() {}

    /** What is shown of these clusters; nothing of how one logs in to them. */
    static BurrowModules of(List<ClusterConfig> clusters, BurrowConfig burrow, BurrowSettings settings) {
        BurrowModules modules = BurrowModules.none();
        burrow.listeners().forEach(listener -> show(modules, listener));
        modules.storages()
                .put(
                        NAME,
                        new BurrowModules.Storage(
                                "inmemory",
                                settings.intervals(),
                                settings.minDistance().toSeconds(),
                                "",
                                settings.expireGroup().toSeconds()));
        modules.evaluators()
                .put(
                        NAME,
                        new BurrowModules.Evaluator(
                                "caching", settings.expireCache().toSeconds()));
        clusters.forEach(cluster -> show(modules, cluster));
        return modules;
    }

    /** The first is the default; the others are numbered. */
    private static void show(BurrowModules modules, BurrowConfig.Listener listener) {
        int count = modules.httpServers().size();
        String address = listener.host() + ":" + listener.port();
        modules.httpServers()
                .put(
                        count == 0 ? NAME : NAME + (count + 1),
                        new BurrowModules.HttpServer(address, "", TIMEOUT_SECONDS));
    }

    private static void show(BurrowModules modules, ClusterConfig cluster) {
        List<String> brokers = List.of(cluster.bootstrapServers().split(",", -1));
        long seconds = cluster.interval().toSeconds();
        modules.clusters().put(cluster.name(), new BurrowModules.Cluster("kafka", brokers, PROFILE, seconds, seconds));
        modules.consumers()
                .put(
                        cluster.name(),
                        new BurrowModules.Consumer(
                                "kafka", cluster.name(), brokers, "", "", 0, PROFILE, "__consumer_offsets", false));
    }
}
