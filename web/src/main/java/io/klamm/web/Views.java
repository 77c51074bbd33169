package io.klamm.web;

import io.klamm.model.ComponentStatus;
import java.util.List;

/** What this room needs of the others; {@code cmd} plugs it. Every call answers at once, from what has been published. */
public interface Views {

    /** All configured clusters, in the order of the configuration. */
    List<ClusterView> clusters();

    /** What every component says of itself. */
    List<ComponentStatus> components();
}
