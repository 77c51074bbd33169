package io.klamm.tsdb.block;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Counts what could not be read because it is damaged, and remembers the newest. Safe from any thread. */
public final class Damage {

    private final AtomicLong count = new AtomicLong();
    private volatile @Nullable String newest;

    /** Notes something, told for a person. */
    public void note(String what) {
        count.incrementAndGet();
        newest = what;
    }

    /** How often something was noted, the same thing each time that it was read. */
    public long count() {
        return count.get();
    }

    /** What was noted last; null if nothing was. */
    public @Nullable String newest() {
        return newest;
    }
}
