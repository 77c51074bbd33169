package io.klamm.web.tables;

import io.klamm.model.Partition;
import io.klamm.model.Topic;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * One topic and its sums.
 *
 * @param messages latest less earliest offsets, empty when one of them is unknown
 * @param sizeBytes all replicas that are alive, empty when one is unknown
 * @param groups groups that read it or have committed on it
 */
public record TopicRow(
        Topic topic,
        String searchKey,
        long underReplicated,
        long offline,
        OptionalLong messages,
        OptionalLong sizeBytes,
        int groups)
        implements Row {

    static final List<SortKey<TopicRow>> SORT_KEYS = List.of(
            SortKey.text("name", row -> row.topic().name()),
            SortKey.number("partitions", row -> row.topic().partitions().size()),
            SortKey.number("replicationFactor", row -> row.topic().replicationFactor()),
            SortKey.number("underReplicatedPartitions", TopicRow::underReplicated),
            SortKey.number("offlinePartitions", TopicRow::offline),
            SortKey.maybe("messages", TopicRow::messages),
            SortKey.maybe("sizeBytes", TopicRow::sizeBytes),
            SortKey.number("groups", TopicRow::groups));

    static TopicRow of(Topic topic, OptionalLong sizeBytes, int groups) {
        return new TopicRow(
                topic,
                topic.name().toLowerCase(Locale.ROOT),
                topic.underReplicatedPartitions(),
                topic.offlinePartitions(),
                messages(topic),
                sizeBytes,
                groups);
    }

    private static OptionalLong messages(Topic topic) {
        long sum = 0;
        for (Partition partition : topic.partitions()) {
            if (partition.latestOffset() == Partition.UNKNOWN_OFFSET
                    || partition.earliestOffset() == Partition.UNKNOWN_OFFSET) {
                return OptionalLong.empty();
            }
            sum += Math.max(0, partition.latestOffset() - partition.earliestOffset());
        }
        return OptionalLong.of(sum);
    }
}
