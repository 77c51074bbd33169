package io.klamm.web.tables;

import io.klamm.model.Partition;
import io.klamm.model.Topic;
import java.util.List;
import java.util.OptionalLong;

/**
 * One partition of one topic.
 *
 * @param sizeBytes the leader's replica, empty when unknown
 */
public record PartitionRow(Topic topic, Partition partition, String searchKey, OptionalLong sizeBytes) implements Row {

    /** Rows keep the order in which they are made: by topic and number. */
    static final List<SortKey<PartitionRow>> SORT_KEYS = List.of(SortKey.number("topic", row -> 0));
}
