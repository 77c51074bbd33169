package io.klamm.scrape.pool;

import io.klamm.model.series.Labels;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Ends the series of targets that are gone, two intervals late: by then another target with the same labels would have been scraped, and the series go on.
 *
 * <p>When the program stops nothing is ended: it will be back soon, and the series with it. Safe from any thread.
 */
final class Retirement {

    private static final int EXTRA_PARTS = 10;

    private final ScrapeContext context;
    private final LiveTargets live;
    private final Set<ScrapeLoop> waiting = new HashSet<>();
    private boolean closed;

    Retirement(ScrapeContext context, LiveTargets live) {
        this.context = context;
        this.live = live;
    }

    /** Takes a loop that has to stop. */
    void retire(ScrapeLoop loop) {
        Duration interval = loop.target().interval();
        Duration untilNext = loop.untilNext();
        long end = context.clock().millis() + untilNext.toMillis();
        Duration wait = untilNext.plus(interval).plus(interval.dividedBy(EXTRA_PARTS));
        loop.stop(() -> {
            if (add(loop)) {
                Runnable unused =
                        context.timers().after(wait, () -> context.workers().execute(() -> end(loop, end)));
            } else {
                loop.writer().close();
            }
        });
    }

    private synchronized boolean add(ScrapeLoop loop) {
        return !closed && waiting.add(loop);
    }

    private void end(ScrapeLoop loop, long timestamp) {
        boolean due;
        synchronized (this) {
            due = waiting.remove(loop);
        }
        Labels labels = loop.target().labels();
        if (due && !live.has(labels)) {
            loop.end(timestamp);
        } else if (due) {
            loop.writer().close();
        }
    }

    synchronized void close() {
        closed = true;
        waiting.forEach(loop -> loop.writer().close());
        waiting.clear();
    }
}
