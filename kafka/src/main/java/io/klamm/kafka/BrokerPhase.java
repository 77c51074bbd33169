package io.klamm.kafka;

import io.klamm.model.Broker;
import io.klamm.model.LogDir;
import io.klamm.model.Quorum;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.DescribeLogDirsOptions;
import org.apache.kafka.clients.admin.DescribeMetadataQuorumOptions;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** The nodes of one cycle: brokers, their disks, and the metadata quorum. */
final class BrokerPhase {

    private final Cycle cycle;
    private final ClusterConfig config;
    private final AdminHolder admins;
    private DescribeClusterResult cluster;
    private final KafkaFuture<QuorumInfo> quorum;
    private final Map<Integer, KafkaFuture<Map<String, LogDirDescription>>> logDirs = new TreeMap<>();

    private BrokerPhase(
            Cycle cycle,
            ClusterConfig config,
            AdminHolder admins,
            DescribeClusterResult cluster,
            KafkaFuture<QuorumInfo> quorum) {
        this.cycle = cycle;
        this.config = config;
        this.admins = admins;
        this.cluster = cluster;
        this.quorum = quorum;
    }

    /** Begins by asking for what concerns the whole cluster. */
    static BrokerPhase ask(Cycle cycle, ClusterConfig config, AdminHolder admins) {
        DescribeClusterResult cluster = describeCluster(cycle, admins);
        return new BrokerPhase(cycle, config, admins, cluster, describeQuorum(cycle));
    }

    private static KafkaFuture<QuorumInfo> describeQuorum(Cycle cycle) {
        cycle.calls().count("describeMetadataQuorum");
        return cycle.admin()
                .describeMetadataQuorum(new DescribeMetadataQuorumOptions().timeoutMs(cycle.tryTimeout()))
                .quorumInfo();
    }

    private static DescribeClusterResult describeCluster(Cycle cycle, AdminHolder admins) {
        cycle.calls().count("describeCluster");
        return cycle.admin()
                .describeCluster(new DescribeClusterOptions()
                        .includeFencedBrokers(admins.knowsFenced())
                        .timeoutMs(cycle.tryTimeout()));
    }

    /** All registered brokers, sorted. Brokers before 4.0 do not tell which are fenced: then they are asked again without. */
    List<Broker> brokers() {
        Gathering.Answer<Collection<Node>> answer = cycle.gathering().insist(cluster.nodes(), this::nodesAgain);
        if (answer.error() instanceof UnsupportedVersionException && admins.knowsFenced()) {
            admins.forgetFenced();
            cluster = describeCluster(cycle, admins);
            return brokers();
        }
        if (answer.value() == null) {
            throw ReadFailedException.of(config, answer.error());
        }
        return answer.value().stream()
                .map(node -> new Broker(node.id(), node.host(), node.port(), node.rack(), node.isFenced()))
                .sorted(Comparator.comparingInt(Broker::id))
                .toList();
    }

    private KafkaFuture<Collection<Node>> nodesAgain() {
        cluster = describeCluster(cycle, admins);
        return cluster.nodes();
    }

    String clusterId() {
        return cycle.gathering().one("brokers", "", cluster.clusterId()).orElse("");
    }

    /** The node id that brokers name as controller, -1 when they name none. */
    int controller() {
        return cycle.gathering()
                .one("brokers", "", cluster.controller())
                .map(Node::id)
                .orElse(-1);
    }

    void askLogDirs(List<Broker> brokers) {
        List<Integer> alive = brokers.stream()
                .filter(broker -> !broker.fenced())
                .map(Broker::id)
                .toList();
        if (alive.isEmpty()) {
            return;
        }
        cycle.calls().count("describeLogDirs");
        logDirs.putAll(cycle.admin()
                .describeLogDirs(alive, new DescribeLogDirsOptions().timeoutMs(cycle.timeout()))
                .descriptions());
    }

    /** Sorted by broker and path; of the topics that are read. */
    List<LogDir> logDirs() {
        List<LogDir> dirs = new ArrayList<>();
        NameFilter.Memo topics = config.topics().memo();
        logDirs.forEach((broker, future) -> cycle.gathering()
                .one("log dirs", "broker " + broker, future)
                .ifPresent(byPath ->
                        byPath.forEach((path, dir) -> dirs.add(NodeMapper.logDir(broker, path, dir, topics)))));
        dirs.sort(Comparator.comparing(LogDir::broker).thenComparing(LogDir::path));
        return dirs;
    }

    /** The quorum; empty where there is none (a cluster with ZooKeeper does not know the request). */
    Optional<Quorum> quorum() {
        Gathering.Answer<QuorumInfo> answer = cycle.gathering().insist(quorum, () -> describeQuorum(cycle));
        if (answer.error() != null && !(answer.error() instanceof UnsupportedVersionException)) {
            cycle.gathering().note("quorum", "", Gathering.NO_BROKER, answer.error());
        }
        return Optional.ofNullable(answer.value()).map(NodeMapper::quorum);
    }
}
