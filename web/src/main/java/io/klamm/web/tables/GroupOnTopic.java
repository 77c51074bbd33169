package io.klamm.web.tables;

import io.klamm.model.GroupLag;
import io.klamm.model.PartitionLag;
import java.util.List;
import java.util.OptionalLong;

/** What one group has to do with one topic. */
public record GroupOnTopic(GroupLag group, List<PartitionLag> partitions) {

    /** Sum of the known lags on this topic, empty when none is known. */
    public OptionalLong lag() {
        return partitions.stream()
                .map(PartitionLag::lag)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .reduce(Long::sum);
    }
}
