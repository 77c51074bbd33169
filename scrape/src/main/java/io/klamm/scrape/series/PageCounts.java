package io.klamm.scrape.series;

import io.klamm.storage.Outcome;

/** Counts while a page is read. */
final class PageCounts {

    int samples;
    int kept;
    int added;
    int duplicates;
    private int outOfOrder;
    private int outOfBounds;
    private int refused;

    /** Counts what the store did not take; false if it says that the labels are no series' at all. */
    boolean count(Outcome outcome) {
        switch (outcome) {
            case APPENDED, SAME, UNSUPPORTED -> {}
            case OUT_OF_ORDER -> outOfOrder++;
            case DUPLICATE -> duplicates++;
            case TOO_OLD, TOO_FAR_AHEAD -> outOfBounds++;
            case LIMIT -> refused++;
            case INVALID_LABELS -> {
                return false;
            }
        }
        return true;
    }

    PageResult result(String problem) {
        return new PageResult(samples, kept, added, duplicates, outOfOrder, outOfBounds, refused, problem);
    }
}
