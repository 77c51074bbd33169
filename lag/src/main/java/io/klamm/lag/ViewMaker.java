package io.klamm.lag;

import io.klamm.lag.judge.LogView;
import io.klamm.lag.judge.Ownership;
import io.klamm.lag.judge.PartitionView;
import io.klamm.lag.judge.Tolerance;
import io.klamm.lag.series.CommitSeries;
import io.klamm.model.OffsetRange;
import io.klamm.model.TopicPartition;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Makes the views that are judged: copies and immutable parts, so that the judging itself needs no lock. Guarded by the keeper's lock. */
final class ViewMaker {

    private final KnownTopics topics;
    private final Questions questions;

    ViewMaker(KnownTopics topics, Questions questions) {
        this.topics = topics;
        this.questions = questions;
    }

    /** A view, and whether the settings mute its topic. */
    record Judged(PartitionView view, boolean muted) {}

    /** A group's partitions, of topics that exist. */
    List<Judged> views(GroupCommits group, LagSettings settings, long now) {
        List<Judged> views = new ArrayList<>();
        for (TopicCommits topic : group.topics()) {
            if (!topics.mayExist(topic.name)) {
                continue;
            }
            for (int partition = 0; partition < topic.size(); partition++) {
                PartitionCommits kept = topic.get(partition);
                if (kept != null && !kept.window.isEmpty()) {
                    views.add(new Judged(view(group, topic, partition, kept, now), topic.muted()));
                }
            }
        }
        for (TopicPartition partition : group.uncommitted()) {
            boolean muted = settings.mutes(group.name, partition.topic());
            views.add(new Judged(uncommitted(group, partition, settings, now), muted));
        }
        return views;
    }

    private PartitionView view(GroupCommits group, TopicCommits topic, int partition, PartitionCommits kept, long now) {
        LogView log = topics.view(topic.name, partition);
        KnownLog known = topics.log(topic.name, partition);
        OffsetRange range =
                known == null || known.ends.isEmpty() ? null : GroupReadings.unread(topic.name, partition, kept, known);
        return new PartitionView(
                new TopicPartition(topic.name, partition),
                now,
                group.source(),
                kept.window.copy(),
                kept.next(),
                kept.fromBefore(),
                kept.beyondEnd()
                        && kept.window.newestOffset()
                                > (log.ends().isEmpty() ? -1 : log.ends().newestOffset()),
                log,
                group.ownership(topic, kept.owned()),
                range == null ? OptionalLong.empty() : questions.count(range),
                range != null && questions.inVain(range),
                topic.tolerance());
    }

    private PartitionView uncommitted(GroupCommits group, TopicPartition partition, LagSettings settings, long now) {
        Tolerance tolerance = settings.tolerance(group.name, partition.topic());
        return new PartitionView(
                partition,
                now,
                group.source(),
                CommitSeries.NONE,
                0,
                false,
                false,
                topics.view(partition.topic(), partition.partition()),
                Ownership.UNKNOWN,
                OptionalLong.empty(),
                false,
                tolerance);
    }
}
