package io.klamm.web.prometheus;

import java.util.List;

/** What is known of metrics that no target's page describes: our own, and those that were written remotely. Safe from any thread; answers at once. */
public interface MetadataView {

    List<Targets.Described> all();
}
