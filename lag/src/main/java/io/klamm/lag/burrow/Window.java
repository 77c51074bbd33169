package io.klamm.lag.burrow;

import io.klamm.model.commit.CommitTarget;
import io.klamm.model.verdict.GroupVerdict;
import org.jspecify.annotations.Nullable;

/** What is kept of one group on one partition. Not before its first commit is accepted does it belong to a group that others can see. */
final class Window implements CommitTarget {

    private final String group;
    private final String topic;
    private final int partition;
    private @Nullable CommitRing commits;
    private @Nullable GroupWindows home;
    private @Nullable TopicEnds topicEnds;
    private boolean onlyFromZooKeeper = true;
    private String owner = "";
    private String clientId = "";
    private volatile boolean live = true;

    Window(String group, String topic, int partition) {
        this.group = group;
        this.topic = topic;
        this.partition = partition;
    }

    String group() {
        return group;
    }

    String topic() {
        return topic;
    }

    int partition() {
        return partition;
    }

    @Override
    public boolean live() {
        return live;
    }

    /** It is forgotten, and takes no more commits. */
    void end() {
        live = false;
    }

    /** Notes where commits of it come from. */
    void from(GroupVerdict.Source source) {
        onlyFromZooKeeper = onlyFromZooKeeper && source == GroupVerdict.Source.ZOOKEEPER;
        if (home != null && !onlyFromZooKeeper) {
            home.seenInKafka();
        }
    }

    /** The group that shows it, null while it waits for its first commit. */
    @Nullable
    GroupWindows home() {
        return home;
    }

    /** The end offsets of its topic as last looked up; null or of a topic that is gone when they must be looked up again. */
    @Nullable
    TopicEnds topicEnds() {
        return topicEnds;
    }

    void topicEnds(@Nullable TopicEnds found) {
        topicEnds = found;
    }

    /** Shows it in a group, with a window that is still empty. */
    void settle(GroupWindows group, int intervals) {
        home = group;
        commits = new CommitRing(intervals);
        if (!onlyFromZooKeeper) {
            group.seenInKafka();
        }
    }

    /** Its commits; it must be settled. */
    CommitRing commits() {
        if (commits == null) {
            throw new IllegalStateException(
                    "window: " + group + " on " + topic + "-" + partition + " (expected: settled)");
        }
        return commits;
    }

    void own(String newOwner, String newClientId) {
        owner = newOwner;
        clientId = newClientId;
    }

    String owner() {
        return owner;
    }

    String clientId() {
        return clientId;
    }
}
