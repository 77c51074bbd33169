package io.klamm.web;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Stops the thread that works for somebody when he does not wait any more. Safe from any thread. */
final class Interruption {

    private @Nullable Thread worker;
    private boolean interrupted;

    /** Does the work on this thread; throws an InterruptedException when nobody waits for it. */
    <T> T call(Callable<T> work) throws Exception {
        begin();
        try {
            return work.call();
        } finally {
            end();
        }
    }

    private synchronized void begin() throws InterruptedException {
        if (interrupted) {
            throw new InterruptedException("nobody waits any more");
        }
        worker = Thread.currentThread();
    }

    /** Also clears the mark of an interrupt that came too late, for the thread has others to work for. */
    private synchronized void end() {
        worker = null;
        if (interrupted) {
            Thread.interrupted();
        }
    }

    synchronized void interrupt() {
        interrupted = true;
        if (worker != null) {
            worker.interrupt();
        }
    }
}
