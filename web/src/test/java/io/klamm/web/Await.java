package io.klamm.web;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Waits for what another thread does. */
final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private Await() {}

    /** Asks until the answer is as wished. */
    static <T> T until(Callable<T> question, Predicate<T> wish) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        T answer = question.call();
        while (!wish.test(answer)) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("answer: " + answer + " (expected: another within " + PATIENCE + ")");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = question.call();
        }
        return answer;
    }
}
