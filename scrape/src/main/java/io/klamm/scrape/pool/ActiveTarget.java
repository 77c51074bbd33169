package io.klamm.scrape.pool;

import io.klamm.scrape.targets.Target;

/**
 * A target that is scraped, and how it fares.
 *
 * @param pool its job
 */
public record ActiveTarget(String pool, Target target, TargetStatus status) {}
