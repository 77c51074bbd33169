package io.klamm.lag.burrow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The end offsets of one topic's partitions. It may get more partitions, but never fewer. */
final class TopicEnds {

    static final long UNKNOWN = -1;

    private final String topic;
    private final int intervals;
    private @Nullable EndRing[] rings = new EndRing[0];
    private @Nullable EndHistory[] histories = new EndHistory[0];
    private String topicId = "";
    private boolean live = true;

    TopicEnds(String topic, int intervals) {
        this.topic = topic;
        this.intervals = intervals;
    }

    String topic() {
        return topic;
    }

    /** False once the topic is gone. */
    boolean live() {
        return live;
    }

    void end() {
        live = false;
    }

    /** Whether this is the topic of that id; any is, until one is told. */
    boolean is(String id) {
        return topicId.isEmpty() || id.isEmpty() || topicId.equals(id);
    }

    void identify(String id) {
        topicId = id;
    }

    int partitionCount() {
        return rings.length;
    }

    /**
     * @param partitionCount how many partitions the topic has
     * @param keepHistory whether commits of the past are being read
     */
    void add(int partition, int partitionCount, long offset, long timeMillis, boolean keepHistory) {
        int count = Math.max(partition + 1, partitionCount);
        if (count > rings.length) {
            rings = Arrays.copyOf(rings, count);
        }
        EndRing ring = rings[partition];
        if (ring == null) {
            ring = new EndRing(intervals);
            rings[partition] = ring;
        }
        ring.add(offset);
        if (keepHistory) {
            remember(partition, offset, timeMillis);
        }
    }

    private void remember(int partition, long offset, long timeMillis) {
        if (histories.length < rings.length) {
            histories = Arrays.copyOf(histories, rings.length);
        }
        EndHistory history = histories[partition];
        if (history == null) {
            history = new EndHistory();
            histories[partition] = history;
        }
        history.add(timeMillis, offset);
    }

    void forgetHistory() {
        histories = new EndHistory[0];
    }

    /** The newest end offsets of a partition, null while none is known. */
    @Nullable
    EndRing ring(int partition) {
        return partition >= 0 && partition < rings.length ? rings[partition] : null;
    }

    /** The end offset that was known at this time, if that has been kept; else the newest. The partition must have one. */
    long at(int partition, EndRing newest, long timeMillis) {
        EndHistory history = partition < histories.length ? histories[partition] : null;
        return history == null ? newest.newest() : history.at(timeMillis);
    }

    /** The newest end offset of each partition, empty for one whose end is not known. */
    List<OptionalLong> newest() {
        List<OptionalLong> ends = new ArrayList<>(rings.length);
        for (EndRing ring : rings) {
            ends.add(ring == null ? OptionalLong.empty() : OptionalLong.of(ring.newest()));
        }
        return ends;
    }
}
