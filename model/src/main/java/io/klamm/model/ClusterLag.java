package io.klamm.model;

import java.util.List;

/** The lag of all groups of one snapshot, in the order of {@link ClusterSnapshot#groups()}. */
public record ClusterLag(List<GroupLag> groups) {

    public ClusterLag {
        groups = List.copyOf(groups);
    }
}
