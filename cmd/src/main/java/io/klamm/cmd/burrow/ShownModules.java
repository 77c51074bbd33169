package io.klamm.cmd.burrow;

import io.klamm.config.burrow.BurrowConfig;
import io.klamm.config.burrow.ClientProfile;
import io.klamm.config.burrow.Cluster;
import io.klamm.config.burrow.Consumer;
import io.klamm.config.burrow.GroupNames;
import io.klamm.config.burrow.HttpListener;
import io.klamm.config.burrow.Sasl;
import io.klamm.config.burrow.Tls;
import io.klamm.web.burrow.BurrowModules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** A configuration of Burrow as its API shows it: no passwords, and of a login only the user. */
public final class ShownModules {

    private static final BurrowModules.NotifierBase UNREAD =
            new BurrowModules.NotifierBase("", 60, 2, "", "", new TreeMap<>(), false);

    private final BurrowConfig config;

    private ShownModules(BurrowConfig config) {
        this.config = config;
    }

    /** What is shown of a configuration; of a notifier only the name, for its settings are not read. */
    public static BurrowModules of(BurrowConfig config) {
        ShownModules shown = new ShownModules(config);
        SortedMap<String, BurrowModules.Notifier> notifiers = new TreeMap<>();
        config.notifiers().forEach(name -> notifiers.put(name, new BurrowModules.NullNotifier(UNREAD)));
        return new BurrowModules(
                shown.general(),
                shown.logging(),
                shown.zooKeeper(),
                each(config.listeners(), ShownModules::listener),
                new TreeMap<>(Map.of(config.storage().name(), shown.storage())),
                new TreeMap<>(Map.of(
                        config.evaluator().name(),
                        new BurrowModules.Evaluator(
                                "caching", config.evaluator().expireCache().toSeconds()))),
                each(config.clusters(), shown::cluster),
                each(config.consumers(), shown::consumer),
                notifiers);
    }

    private static <T, S> SortedMap<String, S> each(SortedMap<String, T> sections, Function<T, S> shown) {
        SortedMap<String, S> all = new TreeMap<>();
        sections.forEach((name, section) -> all.put(name, shown.apply(section)));
        return all;
    }

    private BurrowModules.General general() {
        return new BurrowModules.General(
                config.general().pidfile(),
                config.general().stdoutLogfile(),
                config.general().accessControlAllowOrigin());
    }

    private BurrowModules.Logging logging() {
        return new BurrowModules.Logging(
                config.logging().filename(),
                config.logging().maxSize(),
                config.logging().maxBackups(),
                config.logging().maxAge(),
                config.logging().useLocalTime(),
                config.logging().useCompression(),
                config.logging().level());
    }

    private BurrowModules.ZooKeeper zooKeeper() {
        return config.zookeeper()
                .map(lock -> new BurrowModules.ZooKeeper(lock.servers(), seconds(lock.timeout()), lock.rootPath()))
                .orElseGet(() -> new BurrowModules.ZooKeeper(List.of(), 0, ""));
    }

    /** An address that cannot speak TLS has no profile for it. */
    private static BurrowModules.HttpServer listener(HttpListener listener) {
        return new BurrowModules.HttpServer(listener.address(), "", seconds(listener.timeout()));
    }

    private BurrowModules.Storage storage() {
        return new BurrowModules.Storage(
                "inmemory",
                config.storage().intervals(),
                config.storage().minDistance().toSeconds(),
                allowed(config.storage().groups()),
                config.storage().expireGroup().toSeconds());
    }

    private static String allowed(GroupNames groups) {
        return groups.allow().orElse("");
    }

    private BurrowModules.Cluster cluster(Cluster cluster) {
        return new BurrowModules.Cluster(
                "kafka",
                cluster.servers(),
                profile(cluster.profile()),
                cluster.topicRefresh().toSeconds(),
                cluster.offsetRefresh().toSeconds());
    }

    private BurrowModules.Consumer consumer(Consumer consumer) {
        if (consumer instanceof Consumer.Kafka kafka) {
            return new BurrowModules.Consumer(
                    "kafka",
                    kafka.cluster(),
                    kafka.servers(),
                    allowed(kafka.groups()),
                    "",
                    0,
                    profile(kafka.profile()),
                    kafka.offsetsTopic(),
                    kafka.startLatest());
        }
        Consumer.ZooKeeper zooKeeper = (Consumer.ZooKeeper) consumer;
        return new BurrowModules.Consumer(
                "kafka_zk",
                zooKeeper.cluster(),
                zooKeeper.servers(),
                allowed(zooKeeper.groups()),
                zooKeeper.path(),
                seconds(zooKeeper.timeout()),
                profile(Optional.empty()),
                "",
                false);
    }

    private BurrowModules.ClientProfile profile(Optional<String> name) {
        ClientProfile profile = config.profile(name);
        return new BurrowModules.ClientProfile(
                profile.name(),
                profile.clientId(),
                profile.kafkaVersion(),
                profile.tls()
                        .flatMap(tls -> Optional.ofNullable(config.tls().get(tls)))
                        .map(ShownModules::tls),
                profile.sasl()
                        .flatMap(sasl -> Optional.ofNullable(config.sasl().get(sasl)))
                        .map(ShownModules::sasl));
    }

    private static BurrowModules.Tls tls(Tls tls) {
        return new BurrowModules.Tls(
                tls.name(),
                tls.noVerify(),
                tls.certFile().orElse(""),
                tls.keyFile().orElse(""),
                tls.caFile().orElse(""));
    }

    private static BurrowModules.Sasl sasl(Sasl sasl) {
        return new BurrowModules.Sasl(
                sasl.name(), sasl.handshakeFirst(), sasl.login().user());
    }

    private static int seconds(Duration duration) {
        return (int) duration.toSeconds();
    }
}
