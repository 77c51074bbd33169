package io.klamm.cmd.server;

import io.klamm.collector.zookeeper.ZooKeeperConfig;
import io.klamm.kafka.ClusterConfig;
import io.klamm.kafka.NameFilter;
import io.klamm.lag.LagSettings;
import java.util.List;

/**
 * Everything that is to be done for one cluster.
 *
 * @param kafka how it is read
 * @param lag by what settings its groups are judged
 * @param burrow by what settings Burrow's rules judge them
 * @param history how much of the past is kept
 * @param zooKeepers where consumers commit to ZooKeeper
 */
record ClusterSettings(
        ClusterConfig kafka,
        LagSettings lag,
        BurrowWindow burrow,
        HistorySettings history,
        List<ZooKeeperSource> zooKeepers) {

    ClusterSettings {
        zooKeepers = List.copyOf(zooKeepers);
    }

    String name() {
        return kafka.name();
    }

    /** Offsets in ZooKeeper, of the groups that a filter lets through. */
    record ZooKeeperSource(ZooKeeperConfig config, NameFilter groups) {}
}
