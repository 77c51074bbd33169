package io.klamm.discovery.timing;

import java.time.Duration;

/** Runs tasks later. Tasks are short: whatever waits or computes is handed on. */
@FunctionalInterface
public interface Timers {

    /**
     * Runs a task once, after a delay; a delay that is not above zero means soon.
     *
     * @return what cancels the task; too late or twice is safe
     */
    Runnable after(Duration delay, Runnable task);
}
