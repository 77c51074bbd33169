package io.klamm.lag.burrow;

import io.klamm.model.commit.CommitTarget;

/** Takes commits that are not kept, for one reason. */
final class Refusal implements CommitTarget {

    private final Drops.Reason reason;
    private volatile boolean live = true;

    Refusal(Drops.Reason reason) {
        this.reason = reason;
    }

    Drops.Reason reason() {
        return reason;
    }

    @Override
    public boolean live() {
        return live;
    }

    /** Whoever was refused may ask again. */
    void end() {
        live = false;
    }
}
