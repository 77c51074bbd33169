package io.klamm.scrape.series;

/**
 * What became of a page.
 *
 * @param samples that it had, up to where it was read
 * @param kept that relabelling left
 * @param added series that were not known before
 * @param duplicates samples of a series that the page, or the store at that time, had already
 * @param outOfOrder samples older than the series' newest
 * @param outOfBounds samples too old or too far in the future for the store
 * @param refused samples that the store had no room for
 * @param problem why nothing of the page was kept; empty if it was
 */
public record PageResult(
        int samples,
        int kept,
        int added,
        int duplicates,
        int outOfOrder,
        int outOfBounds,
        int refused,
        String problem) {

    /** Of a page that was not there. */
    public static final PageResult NONE = new PageResult(0, 0, 0, 0, 0, 0, 0, "");

    public boolean good() {
        return problem.isEmpty();
    }
}
