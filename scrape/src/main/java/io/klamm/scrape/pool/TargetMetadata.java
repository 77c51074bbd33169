package io.klamm.scrape.pool;

import io.klamm.model.series.Metadata;
import io.klamm.scrape.targets.Target;
import java.util.Map;

/**
 * What a target's pages say of their metric families.
 *
 * @param families by name
 */
public record TargetMetadata(Target target, Map<String, Metadata> families) {}
