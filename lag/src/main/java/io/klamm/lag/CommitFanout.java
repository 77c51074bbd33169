package io.klamm.lag;

import io.klamm.model.commit.CommitBatch;
import io.klamm.model.commit.CommitSink;
import io.klamm.model.commit.CommitTarget;
import io.klamm.model.verdict.GroupVerdict;
import java.util.List;

/** Hands every commit to several sinks, one after the other. Safe for use by several sources at once. */
public final class CommitFanout implements CommitSink {

    private static final int CHUNK = 1024;

    private final List<CommitSink> sinks;
    private final CommitBatch chunk = new CommitBatch(CHUNK);

    public CommitFanout(List<CommitSink> sinks) {
        this.sinks = List.copyOf(sinks);
    }

    @Override
    public CommitTarget target(GroupVerdict.Source source, String group, String topic, int partition) {
        return new Several(sinks.stream()
                .map(sink -> sink.target(source, group, topic, partition))
                .toArray(CommitTarget[]::new));
    }

    @Override
    public synchronized void accept(CommitBatch batch) {
        for (int from = 0; from < batch.size(); from += CHUNK) {
            int to = Math.min(batch.size(), from + CHUNK);
            for (int sink = 0; sink < sinks.size(); sink++) {
                for (int i = from; i < to; i++) {
                    Several targets = (Several) batch.target(i);
                    chunk.add(targets.each[sink], batch.offset(i), batch.timeMillis(i), batch.order(i));
                }
                sinks.get(sink).accept(chunk);
                chunk.clear();
            }
        }
    }

    @Override
    public void groupDeleted(String group, long atMillis) {
        sinks.forEach(sink -> sink.groupDeleted(group, atMillis));
    }

    /** The same partition of a group in every sink. */
    private static final class Several implements CommitTarget {

        private final CommitTarget[] each;

        Several(CommitTarget[] each) {
            this.each = each;
        }

        /** One that has been forgotten is asked for anew; the others give the same as before. */
        @Override
        public boolean live() {
            for (CommitTarget target : each) {
                if (!target.live()) {
                    return false;
                }
            }
            return true;
        }
    }
}
