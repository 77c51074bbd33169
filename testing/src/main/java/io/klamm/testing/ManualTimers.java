package io.klamm.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Timers that run only while a test turns their clock, in the order of their times, each at its own. Safe for use by several threads. */
public final class ManualTimers {

    private record Task(Instant due, long number, Runnable action) {}

    private final ManualClock clock;
    private final List<Task> tasks = new ArrayList<>();
    private long next;

    public ManualTimers(ManualClock clock) {
        this.clock = clock;
    }

    /** Runs a task once, after a delay; gives what cancels it. */
    public synchronized Runnable after(Duration delay, Runnable action) {
        Instant due = clock.instant().plus(delay.isNegative() ? Duration.ZERO : delay);
        Task task = new Task(due, next++, action);
        tasks.add(task);
        return () -> cancel(task);
    }

    private synchronized void cancel(Task task) {
        tasks.remove(task);
    }

    /** Turns the clock forward, and runs whatever is due on the way. */
    public void advance(Duration by) {
        Instant end = clock.instant().plus(by);
        Optional<Task> due = takeDue(end);
        while (due.isPresent()) {
            clock.advance(Duration.between(clock.instant(), later(due.get().due(), clock.instant())));
            due.get().action().run();
            due = takeDue(end);
        }
        clock.advance(Duration.between(clock.instant(), later(end, clock.instant())));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private synchronized Optional<Task> takeDue(Instant end) {
        Optional<Task> first = tasks.stream()
                .filter(task -> !task.due().isAfter(end))
                .min(Comparator.comparing(Task::due).thenComparingLong(Task::number));
        first.ifPresent(tasks::remove);
        return first;
    }

    /** How many tasks wait. */
    public synchronized int waiting() {
        return tasks.size();
    }
}
