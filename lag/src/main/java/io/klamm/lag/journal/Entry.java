package io.klamm.lag.journal;

import io.klamm.model.ClusterSnapshot;
import io.klamm.model.OffsetRange;
import io.klamm.model.TopicPartition;
import io.klamm.model.commit.CommitBatch;
import io.klamm.model.commit.CommitSink;
import io.klamm.model.commit.CommitTarget;
import io.klamm.model.verdict.GroupVerdict;
import java.util.List;
import java.util.function.Predicate;

/** One thing that was told, in the order of telling. */
public sealed interface Entry {

    /** Gives it to whoever is to hear what was told. */
    void tell(Listener listener);

    /** Hears what was told, in the order of telling. */
    interface Listener {

        /** What a cycle read. */
        void cycle(ClusterSnapshot snapshot);

        void commits(Commits commits);

        /** A group was deleted. */
        void deleted(String group, long atMillis);

        /** So many records can be read in a range. */
        void counted(OffsetRange range, long records);
    }

    /** What a cycle read; of brokers, disks, replicas and the quorum nothing is kept. */
    record Cycle(ClusterSnapshot snapshot) implements Entry {

        @Override
        public void tell(Listener listener) {
            listener.cycle(snapshot);
        }
    }

    /** The commits between two cycles: of each group on each partition the newest, and before it the lowest where it went back. */
    record Commits(List<Commit> commits) implements Entry {

        public Commits {
            commits = List.copyOf(commits);
        }

        @Override
        public void tell(Listener listener) {
            listener.commits(this);
        }

        /** Gives a sink, in one batch, those whose source is wanted. */
        public void to(CommitSink sink, Predicate<GroupVerdict.Source> wanted) {
            CommitBatch batch = new CommitBatch(commits.size());
            for (Commit commit : commits) {
                if (wanted.test(commit.source())) {
                    batch.add(commit.target(sink), commit.offset(), commit.timeMillis(), commit.order());
                }
            }
            if (batch.size() > 0) {
                sink.accept(batch);
            }
        }
    }

    /** A group was deleted. */
    record Deleted(String group, long atMillis) implements Entry {

        @Override
        public void tell(Listener listener) {
            listener.deleted(group, atMillis);
        }
    }

    /** So many records can be read in a range; the rest of it are transaction markers, or gone. */
    record Counted(OffsetRange range, long records) implements Entry {

        @Override
        public void tell(Listener listener) {
            listener.counted(range, records);
        }
    }

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
            long order) {

        private CommitTarget target(CommitSink sink) {
            return sink.target(source, group, partition.topic(), partition.partition());
        }
    }
}
