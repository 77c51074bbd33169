package io.klamm.rules.schedule;

import java.time.Duration;

/** Runs something later. Safe from any thread. */
public interface Timers {

    /** Runs a short task once, after a delay; gives what cancels it. */
    Runnable after(Duration delay, Runnable task);
}
