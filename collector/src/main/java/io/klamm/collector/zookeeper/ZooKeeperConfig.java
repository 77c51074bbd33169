package io.klamm.collector.zookeeper;

import io.klamm.config.Secret;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the consumers of one cluster keep their offsets in ZooKeeper.
 *
 * @param cluster what the cluster is called
 * @param servers {@code host:port}, comma-separated
 * @param path below which {@code consumers} is, such as {@code /kafka}; empty for the root
 * @param sessionTimeout after which a server that does not answer is given up
 * @param login {@code user:password} of ZooKeeper's digest scheme, empty for none
 */
public record ZooKeeperConfig(
        String cluster, String servers, String path, Duration sessionTimeout, Optional<Secret> login) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    public ZooKeeperConfig {
        path = path.replaceAll("/+$", "");
        require(
                servers.matches("[^\\s/,]+(,[^\\s/,]+)*"),
                "servers",
                servers,
                "host:port, comma-separated, without a path");
        require(path.isEmpty() || path.matches("(/[^/]+)+"), "path", path, "empty, or /one or /one/two");
        require(
                sessionTimeout.compareTo(SHORTEST) >= 0 && sessionTimeout.compareTo(LONGEST) <= 0,
                "session timeout",
                sessionTimeout.toSeconds() + " s",
                "1 s to 5 min");
        login.ifPresent(
                secret -> require(secret.reveal().matches("[^:]+:.+"), "login", "(not shown)", "user:password"));
    }

    /** Without login. */
    public static ZooKeeperConfig of(String cluster, String servers, String path, Duration sessionTimeout) {
        return new ZooKeeperConfig(cluster, servers, path, sessionTimeout, Optional.empty());
    }

    private static void require(boolean holds, String what, String value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("ZooKeeper's " + what + ": " + value + " (expected: " + expected + ")");
        }
    }
}
