package io.klamm.lag;

import io.klamm.model.commit.CommitTarget;

/** Stands for all for whom there is no room: sources keep it and are not asked again, until something was let go. */
final class Refused implements CommitTarget {

    private volatile boolean live = true;

    @Override
    public boolean live() {
        return live;
    }

    void end() {
        live = false;
    }
}
