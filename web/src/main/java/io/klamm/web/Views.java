package io.klamm.web;

import io.klamm.model.ComponentStatus;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.model.verdict.LagHistory;
import java.util.List;
import java.util.Optional;

/** What this room needs of the others; {@code cmd} plugs it. Every call answers at once, from what has been published. */
public interface Views {

    /** All configured clusters, in the order of the configuration. */
    List<ClusterView> clusters();

    /** The verdict on a group of now, with the whole evidence of each partition; empty for a group that is not judged. */
    Optional<GroupVerdict> explain(String cluster, String group);

    /** The lag of a group over its window; empty for a group that is not judged. */
    Optional<LagHistory> history(String cluster, String group);

    /** What every component says of itself. */
    List<ComponentStatus> components();
}
