package io.klamm.lag.journal;

import io.klamm.model.ClusterSnapshot;
import io.klamm.model.OffsetRange;
import io.klamm.model.TopicPartition;
import io.klamm.model.verdict.GroupVerdict;
import java.util.List;

/** One thing that was told, in the order of telling. */
public sealed interface Entry {

    /** What a cycle read; of brokers, disks, replicas and the quorum nothing is kept. */
    record Cycle(ClusterSnapshot snapshot) implements Entry {}

    /** The commits between two cycles: of each group on each partition the newest, and before it the lowest where it went back. */
    record Commits(List<Commit> commits) implements Entry {

        public Commits {
            commits = List.copyOf(commits);
        }
    }

    /** A group was deleted. */
    record Deleted(String group, long atMillis) implements Entry {}

    /** So many records can be read in a range; the rest of it are transaction markers, or gone. */
    record Counted(OffsetRange range, long records) implements Entry {}

    /**
     * One commit.
     *
     * @param offset committed offset, {@link io.klamm.model.commit.CommitBatch#DELETED} for a tombstone
     * @param timeMillis when it was committed
     * @param order see {@link io.klamm.model.commit.CommitBatch#add}
     */
    record Commit(
            GroupVerdict.Source source,
            String group,
            TopicPartition partition,
            long offset,
            long timeMillis,
            long order) {}
}
