package io.klamm.discovery.group;

import io.klamm.model.Broker;
import java.util.List;
import java.util.Optional;

/** The brokers of the Kafka clusters that are watched, as they were last seen. */
@FunctionalInterface
public interface BrokerList {

    /** The brokers of a cluster, by its name in the configuration; nothing if there is no such cluster, or if it has not been seen yet. */
    Optional<List<Broker>> brokers(String cluster);

    /** No cluster at all. */
    static BrokerList none() {
        return cluster -> Optional.empty();
    }
}
