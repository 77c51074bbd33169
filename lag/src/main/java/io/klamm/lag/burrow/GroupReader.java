package io.klamm.lag.burrow;

import io.klamm.model.burrow.BurrowGroupStatus;
import io.klamm.model.burrow.BurrowPartition;
import io.klamm.model.burrow.BurrowPartitionStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what is stored of one group at this moment, as it is or judged. */
final class GroupReader {

    private static final EndRing NO_ENDS = new EndRing(1);

    private final Ends ends;
    private final BurrowEvaluator evaluator;

    GroupReader(Ends ends, BurrowEvaluator evaluator) {
        this.ends = ends;
        this.evaluator = evaluator;
    }

    /** Its partitions by topic; a partition's place in the list is its number. */
    SortedMap<String, List<BurrowPartition>> detail(GroupWindows group) {
        SortedMap<String, List<BurrowPartition>> topics = new TreeMap<>();
        for (String topic : group.topics()) {
            List<BurrowPartition> partitions = new ArrayList<>();
            each(group, topic, (number, window, newest) -> partitions.add(partition(window, newest)));
            topics.put(topic, List.copyOf(partitions));
        }
        return topics;
    }

    BurrowGroupStatus judge(String cluster, GroupWindows group, long nowSeconds) {
        List<BurrowPartitionStatus> partitions = new ArrayList<>();
        for (String topic : group.topics()) {
            each(
                    group,
                    topic,
                    (number, window, newest) -> partitions.add(status(topic, number, window, newest, nowSeconds)));
        }
        return BurrowEvaluator.rollUp(cluster, group.name(), partitions);
    }

    /** Takes one partition of a row. */
    @FunctionalInterface
    private interface Visitor {
        void visit(int number, @Nullable Window window, EndRing newest);
    }

    private void each(GroupWindows group, String topic, Visitor visitor) {
        TopicEnds known = ends.topic(topic);
        @Nullable Window[] row = group.row(topic);
        for (int i = 0; row != null && i < row.length; i++) {
            EndRing newest = known == null ? null : known.ring(i);
            visitor.visit(i, row[i], newest == null ? NO_ENDS : newest);
        }
    }

    private static BurrowPartition partition(@Nullable Window window, EndRing newest) {
        if (window == null) {
            return new BurrowPartition(0, List.of(), newest.toList(), 0, "", "");
        }
        CommitRing commits = window.commits();
        return new BurrowPartition(
                commits.length(),
                commits.commits(),
                newest.toList(),
                currentLag(commits, newest),
                window.owner(),
                window.clientId());
    }

    private BurrowPartitionStatus status(
            String topic, int number, @Nullable Window window, EndRing newest, long nowSeconds) {
        CommitRing commits = window == null ? null : window.commits();
        long lag = currentLag(commits, newest);
        Optional<CommitRing> some = Optional.ofNullable(commits).filter(ring -> ring.size() > 0);
        return new BurrowPartitionStatus(
                topic,
                number,
                window == null ? "" : window.owner(),
                window == null ? "" : window.clientId(),
                evaluator.judge(commits, newest, lag, nowSeconds),
                some.map(ring -> ring.commit(0)),
                some.map(ring -> ring.commit(ring.size() - 1)),
                lag,
                BurrowEvaluator.complete(commits));
    }

    private static long currentLag(@Nullable CommitRing commits, EndRing newest) {
        if (commits == null || commits.size() == 0 || newest.size() == 0) {
            return 0;
        }
        return Math.max(0, newest.newest() - commits.offset(commits.size() - 1));
    }
}
