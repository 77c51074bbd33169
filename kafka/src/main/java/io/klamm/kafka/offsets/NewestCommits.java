package io.klamm.kafka.offsets;

import io.klamm.model.TopicPartition;
import java.util.List;

/** Knows the newest commits that were read from an offsets topic. */
public interface NewestCommits {

    /** Those of one group, one for each partition at most; none for a group of which nothing was read. */
    List<Known> of(String group);

    /**
     * The newest commit of a group on one partition.
     *
     * @param offset committed offset, or {@link io.klamm.model.commit.CommitBatch#DELETED}
     * @param timeMillis when it was committed or deleted, by the broker's clock
     */
    record Known(TopicPartition partition, long offset, long timeMillis) {}
}
