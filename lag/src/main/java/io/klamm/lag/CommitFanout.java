package io.klamm.lag;

import io.klamm.model.commit.CommitBatch;
import io.klamm.model.commit.CommitSink;
import io.klamm.model.commit.CommitTarget;
import io.klamm.model.verdict.GroupVerdict;
import java.util.List;

/** Hands every commit to several sinks, one after the other. Safe for use by several sources at once. */
public final class CommitFanout implements CommitSink {

    private final List<CommitSink> sinks;

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
    public void accept(CommitBatch batch) {
        for (int sink = 0; sink < sinks.size(); sink++) {
            CommitTarget[] targets = new CommitTarget[batch.size()];
            for (int i = 0; i < targets.length; i++) {
                targets[i] = ((Several) batch.target(i)).each[sink];
            }
            sinks.get(sink).accept(batch.to(targets));
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
