package io.klamm.notifier.outbox;

import io.klamm.model.series.Labels;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one channel was told of one group.
 *
 * @param incident of the trouble that it knows of; empty if it knows of none
 * @param told by episode
 * @param toldAt when a message was last accepted or given up; the epoch before the first
 * @param receipt of the last message of the incident
 * @param digest whether it is of many groups, that were told together
 */
public record Lane(
        LaneId id,
        Labels groupLabels,
        String incident,
        SortedMap<Long, Stage> told,
        Instant toldAt,
        SortedMap<String, String> receipt,
        boolean digest) {

    public Lane {
        told = Collections.unmodifiableSortedMap(new TreeMap<>(told));
        receipt = Collections.unmodifiableSortedMap(new TreeMap<>(receipt));
    }

    /** Of which nothing was told. */
    public static Lane fresh(LaneId id, Labels groupLabels, boolean digest) {
        return new Lane(id, groupLabels, "", new TreeMap<>(), Instant.EPOCH, new TreeMap<>(), digest);
    }

    /** Whether the channel believes that something is wrong. */
    public boolean open() {
        return told.containsValue(Stage.FIRING);
    }

    /** After a message that told these stages. When nothing fires any more for the channel, the incident is closed. */
    public Lane told(Pending pending, Map<String, String> answer, Instant now) {
        TreeMap<Long, Stage> stages = new TreeMap<>(told);
        stages.putAll(pending.stages());
        if (pending.message().allResolved()) {
            // The channel takes it for closed. What is quiet and still fires will be news when it may be told.
            stages.values().removeIf(stage -> stage == Stage.FIRING);
        }
        boolean stillOpen = stages.containsValue(Stage.FIRING);
        TreeMap<String, String> receipts = new TreeMap<>(receipt);
        receipts.putAll(answer);
        return new Lane(
                id,
                groupLabels,
                stillOpen ? pending.message().incident() : "",
                stages,
                now,
                stillOpen ? receipts : new TreeMap<>(),
                digest);
    }

    /** Nothing is to be told of an episode any more. When nothing fires any more for the channel, the incident is closed. */
    public Lane done(long episode) {
        TreeMap<Long, Stage> stages = new TreeMap<>(told);
        stages.put(episode, Stage.DONE);
        return stages.containsValue(Stage.FIRING)
                ? with(stages, toldAt)
                : new Lane(id, groupLabels, "", stages, toldAt, new TreeMap<>(), digest);
    }

    /** With other stages. */
    public Lane with(Map<Long, Stage> stages, Instant at) {
        return new Lane(id, groupLabels, incident, new TreeMap<>(stages), at, receipt, digest);
    }
}
