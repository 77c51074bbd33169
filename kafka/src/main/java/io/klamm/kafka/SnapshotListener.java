package io.klamm.kafka;

import io.klamm.model.ClusterSnapshot;

/** Told of every cycle, on the collector's thread; must not block. */
public interface SnapshotListener {

    /** A cycle has ended with a new snapshot. */
    void published(ClusterSnapshot snapshot);

    /** A cycle has failed as a whole; the snapshot before it is still the newest. */
    void failed(String error);
}
