package io.klamm.tsdb.head;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;

/** Goes through many things under a lock that is let go of now and then, so that nobody waits for long. */
final class Portions {

    private Portions() {}

    static <T> void each(T[] all, Lock lock, int portion, Consumer<? super T> action) {
        each(Arrays.asList(all), lock, portion, action);
    }

    static <T> void each(List<T> all, Lock lock, int portion, Consumer<? super T> action) {
        for (int from = 0; from < all.size(); from += portion) {
            lock.lock();
            try {
                all.subList(from, Math.min(all.size(), from + portion)).forEach(action);
            } finally {
                lock.unlock();
            }
        }
    }
}
