package io.klamm.kafka.offsets;

import io.klamm.kafka.OffsetsTopicConfig.Start;
import io.klamm.kafka.offsets.TopicAnswer.Bounds;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides from where each partition of the offsets topic is read, as it is found: at the start, when its log was cut off, when there are more partitions than before, when
 * the topic was deleted and made again. Touches nothing. For one thread.
 */
final class TopicPlan {

    private final Start start;
    private final Progress live = new Progress();
    private final Progress past = new Progress();
    private final Orders orders = new Orders();

    /** Partitions that could not be read on from where they were. */
    private final Map<Integer, Lost> lost = new HashMap<>();

    /**
     * @param read how far the partition had been read
     * @param resume where to go on, if that can be read
     */
    private record Lost(long read, long resume) {}

    private @Nullable Instant since;
    private @Nullable String topicId;
    private boolean absentAtFirst;

    /** Partitions above were not there at the start, so that all in them is news. */
    private int firstPartitions;

    private int partitions;
    private List<Integer> leaderless = List.of();

    TopicPlan(Start start) {
        this.start = start;
    }

    /** What must be found out now. */
    TopicQuestion question(Instant now) {
        if (since == null) {
            since = now.minus(backfill());
        }
        return new TopicQuestion(Optional.ofNullable(topicId), live.partitions(), since);
    }

    private Duration backfill() {
        return start instanceof Start.Recent recent ? recent.backfill() : Duration.ZERO;
    }

    /** There is no such topic now: one that appears later is read from its beginning. */
    void absent() {
        absentAtFirst |= topicId == null;
    }

    /** Takes note of what was found out, and takes up the partitions that are not read yet. */
    void apply(TopicAnswer answer) {
        boolean madeAgain = topicId != null && !topicId.equals(answer.topicId());
        boolean grown = topicId != null && answer.partitions() > partitions;
        if (topicId == null) {
            firstPartitions = absentAtFirst ? 0 : answer.partitions();
        }
        Map<Integer, Long> before = new HashMap<>(live.positions());
        lost.forEach((partition, where) -> before.put(partition, where.read()));
        if (madeAgain) {
            forgetTopic();
        }
        topicId = answer.topicId();
        partitions = answer.partitions();
        leaderless = answer.leaderless();
        boolean cutOff = begin(answer.bounds());
        if (madeAgain || grown || cutOff) {
            orders.newEra(before);
            live.positions().forEach(orders::begin);
        }
    }

    /** All in the new topic was written after we began to read the old one. */
    private void forgetTopic() {
        live.clear();
        past.clear();
        lost.clear();
        firstPartitions = 0;
    }

    /** True when offsets of one of them will come a second time. */
    private boolean begin(Map<Integer, Bounds> bounds) {
        boolean cutOff = false;
        for (Map.Entry<Integer, Bounds> entry : bounds.entrySet()) {
            int partition = entry.getKey();
            if (!live.partitions().contains(partition)) {
                Lost where = lost.remove(partition);
                long first = first(partition, where, entry.getValue());
                cutOff |= where != null && first < where.read();
                begin(partition, first, entry.getValue());
            }
        }
        return cutOff;
    }

    private void begin(int partition, long first, Bounds bounds) {
        live.begin(partition, first, bounds.latest());
        orders.begin(partition, first);
        if (start instanceof Start.LatestThenOldest && partition < firstPartitions && past.goal(partition) < 0) {
            past.begin(partition, bounds.earliest(), first);
        }
    }

    private long first(int partition, @Nullable Lost where, Bounds bounds) {
        if (where != null && where.resume() < bounds.earliest()) {
            return bounds.earliest();
        }
        if (where != null && where.resume() <= bounds.latest()) {
            return where.resume();
        }
        if (partition >= firstPartitions) {
            return bounds.earliest();
        }
        return byRule(bounds);
    }

    private long byRule(Bounds bounds) {
        if (start instanceof Start.Oldest) {
            return bounds.earliest();
        }
        return backfill().isZero() ? bounds.latest() : bounds.sinceTime().orElse(bounds.latest());
    }

    /** A partition cannot be read on: its log is shorter than it was, or its oldest records are gone. It is taken up anew when its bounds are known. */
    void lose(int partition, long position) {
        lose(partition, position, position);
    }

    /** The same where it is known from which offset on its log has changed. */
    void lose(int partition, long position, long changedFrom) {
        live.remove(partition);
        lost.put(partition, new Lost(position, Math.min(position, changedFrom)));
    }

    /** Whether all partitions that somebody leads are being read. */
    boolean complete() {
        Set<Integer> all = new HashSet<>(live.partitions());
        all.addAll(leaderless);
        return all.size() >= partitions;
    }

    /** How it fares, if nothing is in the way. */
    OffsetsState state() {
        if (topicId == null) {
            return new OffsetsState.Starting();
        }
        if (!complete() || !live.caughtUpBut(leaderless)) {
            return new OffsetsState.CatchingUp(live.read(), live.total());
        }
        return new OffsetsState.Live(leaderless);
    }

    /** What is read as it is written. */
    Progress live() {
        return live;
    }

    /** What is read beside it, once, up to each partition's goal. */
    Progress past() {
        return past;
    }

    Orders orders() {
        return orders;
    }

    int partitions() {
        return partitions;
    }
}
