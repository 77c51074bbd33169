package io.klamm.web.tables;

import io.klamm.model.ClusterLag;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.Topic;
import io.klamm.model.verdict.ClusterVerdicts;
import io.klamm.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Everything that is derived from one reading, each table when it is first asked for. Safe for use by several threads. */
public final class ClusterTables {

    private final ClusterSnapshot snapshot;
    private final Lazy<ReplicaSizes> sizes;
    private final Lazy<LagTable> lag;
    private final Lazy<Table<GroupRow>> groups;
    private final Lazy<Table<TopicRow>> topics;
    private final Lazy<Map<String, TopicRow>> topicsByName;
    private final Lazy<Table<PartitionRow>> partitions;
    private final Lazy<List<BrokerRow>> brokers;
    private final Lazy<OptionalLong> totalLag;
    private final Lazy<Map<Verdict, Integer>> groupsByVerdict;

    public ClusterTables(ClusterSnapshot snapshot, ClusterLag brokersLag, ClusterVerdicts verdicts) {
        this.snapshot = snapshot;
        ClusterLag clusterLag = ZooKeeperGroups.among(brokersLag, verdicts);
        sizes = new Lazy<>(() -> ReplicaSizes.of(snapshot));
        lag = new Lazy<>(() -> new LagTable(clusterLag, verdicts));
        groups = new Lazy<>(() -> groups(clusterLag, verdicts));
        topics = new Lazy<>(this::topicTable);
        topicsByName = new Lazy<>(this::topicIndex);
        partitions = new Lazy<>(this::partitionTable);
        brokers = new Lazy<>(() -> BrokerRows.of(snapshot));
        totalLag = new Lazy<>(() -> totalLag(clusterLag));
        groupsByVerdict = new Lazy<>(this::countVerdicts);
    }

    public ClusterSnapshot snapshot() {
        return snapshot;
    }

    public LagTable lag() {
        return lag.get();
    }

    public Table<GroupRow> groups() {
        return groups.get();
    }

    public Table<TopicRow> topics() {
        return topics.get();
    }

    public @Nullable TopicRow topic(String name) {
        return topicsByName.get().get(name);
    }

    public Table<PartitionRow> partitions() {
        return partitions.get();
    }

    /** Sorted by id. */
    public List<BrokerRow> brokers() {
        return brokers.get();
    }

    /** Sum over all groups whose lag is known, empty when there is none. */
    public OptionalLong totalLag() {
        return totalLag.get();
    }

    /** How many groups have each verdict; without those that none has. */
    public Map<Verdict, Integer> groupsByVerdict() {
        return groupsByVerdict.get();
    }

    /** The partitions of one topic, by number. */
    public List<PartitionRow> partitionsOf(Topic topic) {
        String searchKey = topic.name().toLowerCase(Locale.ROOT);
        return topic.partitions().stream()
                .map(partition -> new PartitionRow(
                        topic, partition, searchKey, sizes.get().leader(topic, partition.id())))
                .toList();
    }

    private static Table<GroupRow> groups(ClusterLag lag, ClusterVerdicts verdicts) {
        return new Table<>(
                lag.groups().stream()
                        .map(group ->
                                GroupRow.of(group, verdicts.of(group.group().id())))
                        .toList(),
                GroupRow.SORT_KEYS);
    }

    private Map<Verdict, Integer> countVerdicts() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        groups().rows().forEach(row -> row.verdict().ifPresent(said -> counts.merge(said.verdict(), 1, Integer::sum)));
        return counts;
    }

    private Table<TopicRow> topicTable() {
        return new Table<>(snapshot.topics().stream().map(this::topicRow).toList(), TopicRow.SORT_KEYS);
    }

    private TopicRow topicRow(Topic topic) {
        return TopicRow.of(
                topic, sizes.get().topic(topic), lag().topic(topic.name()).size());
    }

    private Map<String, TopicRow> topicIndex() {
        Map<String, TopicRow> index = new HashMap<>();
        topics().rows().forEach(row -> index.put(row.topic().name(), row));
        return index;
    }

    private Table<PartitionRow> partitionTable() {
        List<PartitionRow> rows = new ArrayList<>();
        snapshot.topics().forEach(topic -> rows.addAll(partitionsOf(topic)));
        return new Table<>(rows, PartitionRow.SORT_KEYS);
    }

    private static OptionalLong totalLag(ClusterLag lag) {
        return lag.groups().stream()
                .filter(group -> group.total().isPresent())
                .mapToLong(group -> group.total().getAsLong())
                .reduce(Long::sum);
    }
}
