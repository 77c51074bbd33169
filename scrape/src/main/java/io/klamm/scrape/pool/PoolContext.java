package io.klamm.scrape.pool;

/** What the pools of all jobs share. */
record PoolContext(
        ScrapeContext context, LiveTargets live, Retirement retirement, Desk.Desks desks, Counters counters) {

    static PoolContext of(ScrapeContext context) {
        LiveTargets live = new LiveTargets();
        return new PoolContext(context, live, new Retirement(context, live), new Desk.Desks(), new Counters());
    }
}
