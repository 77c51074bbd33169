package io.klamm.benchmarks;

import io.klamm.model.commit.CommitBatch;
import io.klamm.model.commit.CommitSink;
import io.klamm.model.commit.CommitTarget;
import io.klamm.model.verdict.GroupVerdict.Source;

/** Counts what it is given and keeps nothing: what is measured with it is the reading alone. */
final class CountingSink implements CommitSink {

    private static final CommitTarget LIVE = () -> true;

    private long commits;
    private long sum;

    @Override
    public synchronized CommitTarget target(Source source, String group, String topic, int partition) {
        return LIVE;
    }

    @Override
    public synchronized void accept(CommitBatch batch) {
        commits += batch.size();
        for (int i = 0; i < batch.size(); i++) {
            sum += batch.offset(i) ^ batch.timeMillis(i) ^ batch.order(i);
        }
    }

    @Override
    public synchronized void groupDeleted(String group, long atMillis) {}

    synchronized long commits() {
        return commits;
    }

    /** Of all that was read, so that nothing of it could be left out. */
    synchronized long sum() {
        return sum;
    }
}
