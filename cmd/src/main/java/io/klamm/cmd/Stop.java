package io.klamm.cmd;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Waits for SIGTERM or Ctrl-C, and then keeps the JVM alive until all has been tidied up.
 *
 * <p>The tidying happens on the command's own thread, after {@link #await} has returned; the shutdown hook only waits for it.
 */
final class Stop {

    private static final long LIMIT_SECONDS = 14;
    private static final Duration CHECK = Duration.ofMillis(100);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    private Stop() {}

    static Stop onSignal() {
        Stop stop = new Stop();
        Runtime.getRuntime().addShutdownHook(new Thread(stop::hold, "klamm-stop"));
        return stop;
    }

    /** Returns when the program is asked to end. */
    void await() throws InterruptedException {
        asked.await();
    }

    boolean await(long millis) throws InterruptedException {
        return asked.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Returns when the program is asked to end, or the work has ended by itself: {@code work} waits that long and says whether it has. */
    void awaitOr(Predicate<Duration> work) {
        boolean ended = false;
        while (!ended && asked.getCount() > 0) {
            ended = work.test(CHECK);
        }
    }

    /** To be called when everything is tidied up. */
    void done() {
        done.countDown();
    }

    private void hold() {
        asked.countDown();
        try {
            if (!done.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("klamm: not everything ended within " + LIMIT_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
