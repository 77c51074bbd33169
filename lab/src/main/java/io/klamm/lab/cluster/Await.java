package io.klamm.lab.cluster;

import io.klamm.lab.LabException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a condition of the outside world that nobody announces. */
final class Await {

    private static final long STEP_MILLIS = 50;

    private Await() {}

    /** Whether the condition came true in time; it is asked at least once. */
    static boolean until(Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("waiting: interrupted", e);
        }
    }
}
