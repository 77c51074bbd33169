package io.klamm.scrape.pool;

import io.klamm.model.series.Labels;

/**
 * A target that relabelling drops.
 *
 * @param pool its job
 * @param discovered its labels before relabelling
 */
public record DroppedTarget(String pool, Labels discovered) {}
