package io.klamm.config.burrow;

import io.klamm.config.Section;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The section {@code zookeeper}: where several Burrows agree which of them notifies.
 *
 * @param tls the name of a {@code tls} section
 */
public record ZooKeeperLock(List<String> servers, Duration timeout, String rootPath, Optional<String> tls) {

    public ZooKeeperLock {
        servers = List.copyOf(servers);
    }

    static ZooKeeperLock bind(Section section, Set<String> tls) {
        return new ZooKeeperLock(
                Values.servers(section),
                Values.seconds(section, "timeout", 6),
                section.string("root-path", "/burrow"),
                Values.reference(section, "tls", "tls", tls));
    }
}
