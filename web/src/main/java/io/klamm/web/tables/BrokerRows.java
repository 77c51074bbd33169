package io.klamm.web.tables;

import io.klamm.model.Broker;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.LogDir;
import io.klamm.model.Partition;
import io.klamm.model.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Counts what each broker carries, in one pass over the partitions. */
final class BrokerRows {

    private final Map<Integer, Load> loads = new HashMap<>();

    private BrokerRows() {}

    static List<BrokerRow> of(ClusterSnapshot snapshot) {
        BrokerRows rows = new BrokerRows();
        for (Topic topic : snapshot.topics()) {
            topic.partitions().forEach(rows::count);
        }
        return snapshot.brokers().stream()
                .map(broker -> rows.row(broker, snapshot))
                .toList();
    }

    private void count(Partition partition) {
        if (!partition.offline()) {
            load(partition.leader()).leaders++;
        }
        for (int replica : partition.replicas()) {
            Load load = load(replica);
            load.replicas++;
            if (!partition.isr().contains(replica)) {
                load.outOfSync++;
            }
        }
    }

    private Load load(int broker) {
        return loads.computeIfAbsent(broker, id -> new Load());
    }

    private BrokerRow row(Broker broker, ClusterSnapshot snapshot) {
        Load load = load(broker.id());
        List<LogDir> dirs = snapshot.logDirs().stream()
                .filter(dir -> dir.broker() == broker.id())
                .toList();
        return new BrokerRow(
                broker,
                broker.id() == snapshot.controllerId(),
                load.leaders,
                load.replicas,
                load.outOfSync,
                size(dirs),
                dirs);
    }

    private static OptionalLong size(List<LogDir> dirs) {
        return dirs.stream()
                .filter(dir -> dir.error() == null)
                .mapToLong(BrokerRows::size)
                .reduce(Long::sum);
    }

    private static long size(LogDir dir) {
        return dir.replicas().stream().mapToLong(LogDir.Replica::sizeBytes).sum();
    }

    private static final class Load {
        private int leaders;
        private int replicas;
        private int outOfSync;
    }
}
