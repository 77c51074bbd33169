package io.klamm.web;

import io.klamm.storage.ForwardingQuerier;
import io.klamm.storage.Matcher;
import io.klamm.storage.Querier;
import io.klamm.storage.Queryable;
import io.klamm.storage.Selection;
import io.klamm.storage.SeriesSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A store that lets whoever selects a certain metric wait until it is let go. */
final class HeldStore implements Queryable {

    private final Queryable store;
    private final String metric;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    HeldStore(Queryable store, String metric) {
        this.store = store;
        this.metric = metric;
    }

    void awaitOne() throws InterruptedException {
        if (!asked.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody asks for " + metric);
        }
    }

    void release() {
        released.countDown();
    }

    @Override
    public Querier querier(long from, long to) {
        Querier querier = store.querier(from, to);
        return new ForwardingQuerier(querier) {
            @Override
            public SeriesSet select(Selection selection) {
                if (selection.matchers().contains(Matcher.equal("__name__", metric))) {
                    hold();
                }
                return super.select(selection);
            }
        };
    }

    private void hold() {
        asked.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
