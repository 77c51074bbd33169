package io.klamm.collector.zookeeper;

import io.klamm.model.commit.CommitBatch;
import io.klamm.model.commit.CommitSink;
import io.klamm.model.commit.CommitTarget;
import io.klamm.model.verdict.GroupVerdict.Source;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps all commits that a source passes on. */
final class RecordedCommits implements CommitSink {

    private final List<Commit> commits = new CopyOnWriteArrayList<>();
    private final List<Target> targets = new CopyOnWriteArrayList<>();

    record Commit(Source source, String group, String topic, int partition, long offset, long timeMillis, long order) {}

    /** A key's target, which a test may end. */
    static final class Target implements CommitTarget {

        private final Source source;
        private final String group;
        private final String topic;
        private final int partition;
        private volatile boolean live = true;

        Target(Source source, String group, String topic, int partition) {
            this.source = source;
            this.group = group;
            this.topic = topic;
            this.partition = partition;
        }

        @Override
        public boolean live() {
            return live;
        }
    }

    @Override
    public CommitTarget target(Source source, String group, String topic, int partition) {
        Target target = new Target(source, group, topic, partition);
        targets.add(target);
        return target;
    }

    @Override
    public void accept(CommitBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            if (batch.target(i) instanceof Target target) {
                commits.add(new Commit(
                        target.source,
                        target.group,
                        target.topic,
                        target.partition,
                        batch.offset(i),
                        batch.timeMillis(i),
                        batch.order(i)));
            }
        }
    }

    @Override
    public void groupDeleted(String group, long atMillis) {
        throw new AssertionError("a group may live on in Kafka");
    }

    void forgetAll() {
        targets.forEach(target -> target.live = false);
    }

    int targetsAskedFor() {
        return targets.size();
    }

    List<Commit> all() {
        return commits;
    }

    /** The offsets of one key, in the order in which they came. */
    List<Long> offsets(String group, String topic, int partition) {
        return commits.stream()
                .filter(commit ->
                        commit.group().equals(group) && commit.topic().equals(topic) && commit.partition() == partition)
                .map(Commit::offset)
                .toList();
    }
}
