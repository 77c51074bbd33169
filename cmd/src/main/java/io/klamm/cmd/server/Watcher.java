package io.klamm.cmd.server;

import io.klamm.kafka.ClusterCollector;
import io.klamm.kafka.ClusterConfig;

/** One watched cluster: what was configured, and the collector that does it. */
record Watcher(ClusterConfig config, ClusterCollector collector) {

    ClusterBoard.Entry entry() {
        return new ClusterBoard.Entry(config.name(), config.interval(), collector::status);
    }
}
