package io.klamm.web.tables;

import io.klamm.model.ClusterLag;
import io.klamm.model.Group;
import io.klamm.model.GroupLag;
import io.klamm.model.GroupType;
import io.klamm.model.PartitionLag;
import io.klamm.model.verdict.ClusterVerdicts;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.model.verdict.PartitionVerdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Puts the groups that keep their commits in ZooKeeper, and that no broker knows, among the others. */
final class ZooKeeperGroups {

    /** What is said of a group's state and members: no coordinator tells. */
    private static final String STATE = "Unknown";

    private ZooKeeperGroups() {}

    /** The same lag with those groups in their places; the very same where there are none. */
    static ClusterLag among(ClusterLag lag, ClusterVerdicts verdicts) {
        Set<String> known = new HashSet<>();
        lag.groups().forEach(group -> known.add(group.group().id()));
        List<GroupLag> added = verdicts.groups().values().stream()
                .filter(verdict -> verdict.source() == GroupVerdict.Source.ZOOKEEPER)
                .filter(verdict -> !known.contains(verdict.group()))
                .map(verdict -> group(verdict, verdicts))
                .toList();
        if (added.isEmpty()) {
            return lag;
        }
        List<GroupLag> all = new ArrayList<>(lag.groups());
        all.addAll(added);
        all.sort(Comparator.comparing(group -> group.group().id()));
        return new ClusterLag(all);
    }

    private static GroupLag group(GroupVerdict verdict, ClusterVerdicts verdicts) {
        Group group = new Group(
                verdict.group(), GroupType.UNKNOWN, STATE, "", -1, List.of(), Optional.of(List.of()), verdicts.at());
        List<PartitionLag> partitions =
                verdict.partitions().stream().map(ZooKeeperGroups::partition).toList();
        long topics = partitions.stream()
                .map(partition -> partition.partition().topic())
                .distinct()
                .count();
        return new GroupLag(group, partitions, total(partitions), (int) topics);
    }

    /** The commit itself is part of the evidence only. */
    private static PartitionLag partition(PartitionVerdict verdict) {
        return new PartitionLag(
                verdict.partition(), OptionalLong.empty(), OptionalLong.empty(), verdict.lag(), false, null);
    }

    private static OptionalLong total(List<PartitionLag> partitions) {
        return partitions.stream()
                .filter(partition -> partition.lag().isPresent())
                .mapToLong(partition -> partition.lag().orElseThrow())
                .reduce(Long::sum);
    }
}
