package io.klamm.web.burrow;

import io.klamm.model.burrow.BurrowCommit;
import io.klamm.model.burrow.BurrowGroupStatus;
import io.klamm.model.burrow.BurrowPartition;
import io.klamm.model.burrow.BurrowPartitionStatus;
import io.klamm.model.burrow.BurrowStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Burrow views of one cluster that show what a test has put there. */
public final class FakeBurrow implements BurrowViews, BurrowView {

    private final String cluster;
    private final SortedMap<String, List<OptionalLong>> topics = new ConcurrentSkipListMap<>();
    private final SortedMap<String, BurrowGroupStatus> groups = new ConcurrentSkipListMap<>();
    private final List<String> removed = new ArrayList<>();
    private BurrowModules modules = BurrowModules.none();

    public FakeBurrow(String cluster) {
        this.cluster = cluster;
    }

    /** A topic with these ends, -1 for one that is not known. */
    public FakeBurrow topic(String name, long... ends) {
        List<OptionalLong> list = new ArrayList<>();
        for (long end : ends) {
            list.add(end < 0 ? OptionalLong.empty() : OptionalLong.of(end));
        }
        topics.put(name, list);
        return this;
    }

    /** A group with one partition of that status, its window full, from a commit at 90 to one at 100, five to go. */
    public FakeBurrow group(String name, String topic, BurrowStatus status) {
        BurrowPartitionStatus partition = new BurrowPartitionStatus(
                topic,
                0,
                "/10.0.0.7",
                "client-1",
                status,
                Optional.of(new BurrowCommit(90, 1, 1000, 2000, OptionalLong.of(10))),
                Optional.of(new BurrowCommit(100, 2, 3000, 4000, OptionalLong.empty())),
                5,
                1);
        BurrowStatus worst = status.compareTo(BurrowStatus.ERR) > 0 ? BurrowStatus.ERR : status;
        groups.put(name, new BurrowGroupStatus(cluster, name, worst, 1, List.of(partition), Optional.of(partition), 5));
        return this;
    }

    /** What has been removed: the group, or the group, a blank and the topic. */
    public List<String> removed() {
        return List.copyOf(removed);
    }

    void modules(BurrowModules other) {
        modules = other;
    }

    @Override
    public List<BurrowView> clusters() {
        return List.of(this);
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public BurrowModules modules() {
        return modules;
    }

    @Override
    public String cluster() {
        return cluster;
    }

    @Override
    public List<String> topics() {
        return List.copyOf(topics.keySet());
    }

    @Override
    public Optional<List<OptionalLong>> ends(String topic) {
        return Optional.ofNullable(topics.get(topic));
    }

    @Override
    public List<String> groups() {
        return List.copyOf(groups.keySet());
    }

    @Override
    public List<String> groupsOf(String topic) {
        return groups.values().stream()
                .filter(group -> group.partitions().get(0).topic().equals(topic))
                .map(BurrowGroupStatus::group)
                .toList();
    }

    @Override
    public Optional<SortedMap<String, List<BurrowPartition>>> group(String name) {
        return Optional.ofNullable(groups.get(name)).map(FakeBurrow::detail);
    }

    private static SortedMap<String, List<BurrowPartition>> detail(BurrowGroupStatus status) {
        SortedMap<String, List<BurrowPartition>> topics = new TreeMap<>();
        for (BurrowPartitionStatus one : status.partitions()) {
            List<BurrowCommit> commits =
                    List.of(one.start().orElseThrow(), one.end().orElseThrow());
            topics.put(
                    one.topic(),
                    List.of(new BurrowPartition(2, commits, List.of(105L), 5, one.owner(), one.clientId())));
        }
        return topics;
    }

    @Override
    public BurrowGroupStatus status(String group) {
        return groups.getOrDefault(group, BurrowGroupStatus.notFound(cluster, group));
    }

    @Override
    public void removed(String group) {
        groups.remove(group);
        removed.add(group);
    }

    @Override
    public void removed(String group, String topic) {
        removed.add(group + " " + topic);
    }
}
