package io.klamm.lag.journal;

import io.klamm.model.TopicPartition;
import io.klamm.model.commit.CommitBatch;
import io.klamm.model.commit.CommitSink;
import io.klamm.model.commit.CommitTarget;
import io.klamm.model.verdict.GroupVerdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Notes, between two cycles, of each group on each partition the newest commit, and the lowest one before it where it went back. What happens in between is
 * not kept, so a journal's size depends on partitions and not on how often they are committed. Safe for use by several threads.
 */
final class CommitTap implements CommitSink {

    private final int limit;
    private final List<Tapped> touched = new ArrayList<>();
    private final List<Entry> others = new ArrayList<>();
    private long dropped;

    /** @param limit partitions of groups that are noted between two cycles, at most; those beyond are counted */
    CommitTap(int limit) {
        this.limit = limit;
    }

    /** What was committed since the last call. */
    synchronized List<Entry> take() {
        List<Entry.Commit> commits = new ArrayList<>(touched.size());
        touched.forEach(target -> target.take(commits));
        touched.clear();
        List<Entry> entries = new ArrayList<>();
        if (!commits.isEmpty()) {
            entries.add(new Entry.Commits(commits));
        }
        entries.addAll(others);
        others.clear();
        return entries;
    }

    /** Commits that were not noted because of the limit. */
    synchronized long dropped() {
        return dropped;
    }

    @Override
    public synchronized CommitTarget target(GroupVerdict.Source source, String group, String topic, int partition) {
        return new Tapped(source, group, new TopicPartition(topic, partition));
    }

    @Override
    public synchronized void accept(CommitBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            Tapped target = (Tapped) batch.target(i);
            if (target.untouched() && touched.size() >= limit) {
                dropped++;
                continue;
            }
            if (target.untouched()) {
                touched.add(target);
            }
            target.note(batch.offset(i), batch.timeMillis(i), batch.order(i));
        }
    }

    @Override
    public void groupDeleted(String group, long atMillis) {
        note(new Entry.Deleted(group, atMillis));
    }

    /** Notes something besides commits. */
    synchronized void note(Entry entry) {
        if (others.size() < limit) {
            others.add(entry);
        } else {
            dropped++;
        }
    }

    /** One group on one partition. */
    private static final class Tapped implements CommitTarget {

        private static final long NOTHING = Long.MIN_VALUE;

        private final GroupVerdict.Source source;
        private final String group;
        private final TopicPartition partition;
        private long offset = NOTHING;
        private long timeMillis;
        private long order;
        private long lowestOffset = NOTHING;
        private long lowestTimeMillis;
        private long lowestOrder;

        Tapped(GroupVerdict.Source source, String group, TopicPartition partition) {
            this.source = source;
            this.group = group;
            this.partition = partition;
        }

        @Override
        public boolean live() {
            return true;
        }

        boolean untouched() {
            return offset == NOTHING;
        }

        void note(long newOffset, long newTimeMillis, long newOrder) {
            boolean back = !untouched() && newOffset < offset;
            if (back && (lowestOffset == NOTHING || newOffset < lowestOffset)) {
                lowestOffset = newOffset;
                lowestTimeMillis = newTimeMillis;
                lowestOrder = newOrder;
            }
            offset = newOffset;
            timeMillis = newTimeMillis;
            order = newOrder;
        }

        void take(List<Entry.Commit> commits) {
            if (lowestOffset != NOTHING && lowestOrder != order) {
                commits.add(new Entry.Commit(source, group, partition, lowestOffset, lowestTimeMillis, lowestOrder));
            }
            commits.add(new Entry.Commit(source, group, partition, offset, timeMillis, order));
            offset = NOTHING;
            lowestOffset = NOTHING;
        }
    }
}
