package io.klamm.scrape.pool;

import io.klamm.scrape.series.PageResult;
import io.klamm.storage.Committed;

/** Counts over all scrapes since the start. Safe from any thread. */
final class Counters {

    private long scrapes;
    private long failures;
    private long samples;
    private long duplicates;
    private long outOfOrder;
    private long outOfBounds;
    private long refused;
    private long notLogged;

    synchronized void count(PageResult page, String problem, boolean logged) {
        scrapes++;
        failures += problem.isEmpty() ? 0 : 1;
        samples += page.good() ? page.kept() : 0;
        duplicates += page.duplicates();
        outOfOrder += page.outOfOrder();
        outOfBounds += page.outOfBounds();
        refused += page.refused();
        notLogged += logged ? 0 : 1;
    }

    synchronized void count(Committed batch) {
        notLogged += batch.logged() ? 0 : 1;
    }

    synchronized ScrapeCounts counts() {
        return new ScrapeCounts(scrapes, failures, samples, duplicates, outOfOrder, outOfBounds, refused, notLogged);
    }
}
