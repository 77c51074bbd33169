package io.klamm.lag;

import io.klamm.lag.judge.Tolerance;
import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What is kept of one group on one topic. Guarded by the keeper's lock. */
final class TopicCommits {

    private static final long OWNED = -1;

    final String name;
    private @Nullable PartitionCommits[] partitions = new PartitionCommits[0];
    private Tolerance tolerance;
    private boolean muted;
    private long unownedSince = OWNED;

    TopicCommits(String name, Tolerance tolerance, boolean muted) {
        this.name = name;
        this.tolerance = tolerance;
        this.muted = muted;
    }

    void tolerate(Tolerance other, boolean mute) {
        tolerance = other;
        muted = mute;
    }

    Tolerance tolerance() {
        return tolerance;
    }

    boolean muted() {
        return muted;
    }

    int windowMillis() {
        return (int) tolerance.window().toMillis();
    }

    /** How many partition numbers there are room for; not all need be there. */
    int size() {
        return partitions.length;
    }

    /** What is kept of a partition, null where nothing is. */
    @Nullable
    PartitionCommits get(int partition) {
        PartitionCommits found = partition < partitions.length ? partitions[partition] : null;
        return found != null && found.live() ? found : null;
    }

    PartitionCommits add(int partition, int bornIn) {
        if (partition >= partitions.length) {
            partitions = Arrays.copyOf(partitions, partition + 1);
        }
        PartitionCommits added = new PartitionCommits(this, bornIn);
        partitions[partition] = added;
        return added;
    }

    void remove(int partition) {
        PartitionCommits removed = partitions[partition];
        if (removed != null) {
            removed.forget();
            partitions[partition] = null;
        }
    }

    /** The topic was made again. */
    void remade() {
        for (PartitionCommits kept : partitions) {
            if (kept != null) {
                kept.topicRemade();
            }
        }
    }

    /** How many partitions something is kept of; those that were deleted are let go. */
    int sweep() {
        int kept = 0;
        for (int partition = 0; partition < partitions.length; partition++) {
            if (get(partition) == null) {
                partitions[partition] = null;
            } else {
                kept++;
            }
        }
        return kept;
    }

    /** Whether a member reads any of it, as was seen at a time. */
    void read(boolean byAnybody, long time) {
        if (byAnybody) {
            unownedSince = OWNED;
        } else if (unownedSince == OWNED) {
            unownedSince = time;
        }
    }

    OptionalLong unownedSince() {
        return unownedSince == OWNED ? OptionalLong.empty() : OptionalLong.of(unownedSince);
    }
}
