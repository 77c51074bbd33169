package io.klamm.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** What is left alone for a while because asking it was of no use. For one thread only. */
final class Resting<K> {

    private final LongSupplier nanos;
    private final Map<K, Long> until = new HashMap<>();

    /** @param nanos a clock that never goes back */
    Resting(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void rest(K what, Duration time) {
        until.put(what, nanos.getAsLong() + time.toNanos());
    }

    boolean rests(K what) {
        forgetTheRested();
        return until.containsKey(what);
    }

    int size() {
        forgetTheRested();
        return until.size();
    }

    private void forgetTheRested() {
        long now = nanos.getAsLong();
        until.values().removeIf(end -> end - now <= 0);
    }
}
