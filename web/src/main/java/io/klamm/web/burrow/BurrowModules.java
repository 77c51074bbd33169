package io.klamm.web.burrow;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The configuration as Burrow's {@code /v3/config} shows it: sections by name. Times are in seconds, texts are empty where nothing is set.
 *
 * @param httpServers by name
 * @param storages by name, and so on for the others
 */
public record BurrowModules(
        General general,
        Logging logging,
        ZooKeeper zooKeeper,
        SortedMap<String, HttpServer> httpServers,
        SortedMap<String, Storage> storages,
        SortedMap<String, Evaluator> evaluators,
        SortedMap<String, Cluster> clusters,
        SortedMap<String, Consumer> consumers,
        SortedMap<String, Notifier> notifiers) {

    public record General(String pidFile, String stdoutLogFile, String allowOrigin) {}

    /**
     * How it logs.
     *
     * @param maxSize of a file, in MB
     * @param maxAge in days
     */
    public record Logging(
            String fileName,
            int maxSize,
            int maxBackups,
            int maxAge,
            boolean localTime,
            boolean compression,
            String level) {}

    public record ZooKeeper(List<String> servers, int timeout, String rootPath) {}

    /**
     * An address to listen on.
     *
     * @param tls name of a TLS profile
     */
    public record HttpServer(String address, String tls, int timeout) {}

    public record Storage(String className, int intervals, long minDistance, String groupAllowlist, long expireGroup) {}

    public record Evaluator(String className, long expireCache) {}

    public record Cluster(
            String className, List<String> servers, ClientProfile profile, long topicRefresh, long offsetRefresh) {}

    public record Consumer(
            String className,
            String cluster,
            List<String> servers,
            String groupAllowlist,
            String zooKeeperPath,
            int zooKeeperTimeout,
            ClientProfile profile,
            String offsetsTopic,
            boolean startLatest) {}

    public record ClientProfile(
            String name, String clientId, String kafkaVersion, Optional<Tls> tls, Optional<Sasl> sasl) {}

    public record Tls(String name, boolean noVerify, String certFile, String keyFile, String caFile) {}

    public record Sasl(String name, boolean handshakeFirst, String userName) {}

    /** Somebody who is told of groups in trouble. */
    public sealed interface Notifier {
        NotifierBase base();
    }

    /** What all notifiers have. */
    public record NotifierBase(
            String groupAllowlist,
            long interval,
            int threshold,
            String templateOpen,
            String templateClose,
            SortedMap<String, String> extras,
            boolean sendClose) {}

    public record HttpNotifier(
            NotifierBase base,
            int timeout,
            int keepalive,
            String urlOpen,
            String urlClose,
            String methodOpen,
            String methodClose,
            String extraCa,
            String noVerify)
            implements Notifier {}

    public record EmailNotifier(
            NotifierBase base,
            String server,
            int port,
            String authType,
            String userName,
            String from,
            String to,
            String extraCa,
            String noVerify)
            implements Notifier {}

    public record NullNotifier(NotifierBase base) implements Notifier {}

    /** Burrow's defaults, and no module of any kind. */
    public static BurrowModules none() {
        return new BurrowModules(
                new General("burrow.pid", "", ""),
                new Logging("", 100, 10, 30, false, false, "info"),
                new ZooKeeper(List.of(), 0, ""),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
    }
}
