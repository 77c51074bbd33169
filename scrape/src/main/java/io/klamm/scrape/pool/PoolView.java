package io.klamm.scrape.pool;

import java.util.List;

/**
 * One job as it is now.
 *
 * @param pool its name
 * @param active the targets that are scraped, in the order in which they were found
 * @param dropped those that relabelling drops, as many as are remembered
 * @param droppedCount how many it drops
 * @param problems what was found and cannot be scraped, and why
 */
public record PoolView(
        String pool, List<ActiveTarget> active, List<DroppedTarget> dropped, int droppedCount, List<String> problems) {

    public PoolView {
        active = List.copyOf(active);
        dropped = List.copyOf(dropped);
        problems = List.copyOf(problems);
    }
}
