package io.klamm.lab.traffic;

import io.klamm.lab.LabException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One thread with a name and an owner, that is asked to stop and not killed. */
final class Worker {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Thread thread;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CompletableFuture<Boolean> done = new CompletableFuture<>();

    Worker(String name, Body body) {
        this.thread = new Thread(() -> run(body), name);
        this.thread.setDaemon(true);
    }

    /** What the thread does, until it is done or {@link #stopping}. */
    interface Body {
        void run(Worker self) throws InterruptedException;
    }

    void start() {
        thread.start();
    }

    boolean stopping() {
        return stop.getCount() == 0;
    }

    /** Sleeps, but not when asked to stop. */
    void idle(long nanos) throws InterruptedException {
        stop.await(nanos, TimeUnit.NANOSECONDS);
    }

    /** Whether the thread is done in time; throws {@link LabException} when it failed. */
    boolean await(Duration atMost) {
        try {
            return done.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException(thread.getName() + ": interrupted", e);
        } catch (ExecutionException e) {
            throw new LabException(thread.getName() + ": " + reason(e.getCause()), e);
        }
    }

    /** Asks the thread to stop and waits until it has, or throws {@link LabException}. Safe to call twice. */
    void close() {
        stop.countDown();
        try {
            thread.join(PATIENCE.toMillis());
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(PATIENCE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException(thread.getName() + ": interrupted", e);
        }
    }

    private void run(Body body) {
        try {
            body.run(this);
            done.complete(true);
        } catch (InterruptedException e) {
            done.complete(true);
        } catch (RuntimeException | Error e) {
            done.completeExceptionally(e);
        }
    }

    private static String reason(@Nullable Throwable cause) {
        return cause == null || cause.getMessage() == null ? String.valueOf(cause) : cause.getMessage();
    }
}
