package io.klamm.storage;

import java.util.List;

/** A view that another one answers, but for what a subclass answers itself. Closing it closes the other. */
public abstract class ForwardingQuerier implements Querier {

    private final Querier querier;

    /** @param querier answers */
    protected ForwardingQuerier(Querier querier) {
        this.querier = querier;
    }

    @Override
    public SeriesSet select(Selection selection) {
        return querier.select(selection);
    }

    @Override
    public Names labelNames(List<Matcher> matchers, int limit) {
        return querier.labelNames(matchers, limit);
    }

    @Override
    public Names labelValues(String label, List<Matcher> matchers, int limit) {
        return querier.labelValues(label, matchers, limit);
    }

    @Override
    public void close() {
        querier.close();
    }
}
