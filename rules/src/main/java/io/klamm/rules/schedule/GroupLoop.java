package io.klamm.rules.schedule;

import io.klamm.rules.group.GroupRunner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has one group evaluated again and again, never twice at once. */
public final class GroupLoop {

    private static final Logger LOG = LoggerFactory.getLogger(GroupLoop.class);

    private final GroupRunner runner;
    private final GroupSchedule schedule;
    private final Clock clock;
    private final Timers timers;
    private final Executor threads;
    private @Nullable Runnable cancel;
    private boolean stopped;

    /** @param threads on which it is evaluated; a slow group takes one of them and no more */
    public GroupLoop(GroupRunner runner, Clock clock, Timers timers, Executor threads) {
        this.runner = runner;
        this.schedule = GroupSchedule.of(runner.file(), runner.group().name(), runner.interval());
        this.clock = clock;
        this.timers = timers;
        this.threads = threads;
    }

    public GroupRunner runner() {
        return runner;
    }

    public void start() {
        arm(schedule.after(clock.instant()));
    }

    private synchronized void arm(Instant next) {
        if (!stopped) {
            Duration delay = Duration.between(clock.instant(), next);
            cancel = timers.after(delay.isNegative() ? Duration.ZERO : delay, () -> hand(next));
        }
    }

    private void hand(Instant at) {
        try {
            threads.execute(() -> run(at));
        } catch (RejectedExecutionException e) {
            LOG.debug(
                    "group {}: not evaluated, the program ends", runner.group().name());
        }
    }

    private void run(Instant at) {
        if (isStopped()) {
            return;
        }
        try {
            runner.evaluate(at);
        } catch (RuntimeException e) {
            LOG.error("group {} of {}: evaluation failed", runner.group().name(), runner.file(), e);
        }
        GroupSchedule.Next next = schedule.next(at, clock.instant());
        if (next.missed() > 0) {
            runner.miss(next.missed());
        }
        arm(next.at());
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    /** No evaluation begins any more; one that runs may go on for a while. */
    public synchronized void stop() {
        stopped = true;
        if (cancel != null) {
            cancel.run();
        }
    }
}
