package io.klamm.discovery.group;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A place where targets are found by looking again and again. It is asked by one caller, and not again before it has answered. */
public interface TargetSource extends AutoCloseable {

    /** What it is called in messages: {@code file targets/*.yml}. */
    String name();

    /** From the end of one look to the beginning of the next. */
    Duration interval();

    /** Looks once. The answer never fails: what goes wrong is in it. A source that waits for others does so on threads of its own. */
    CompletableFuture<Found> look();

    /** Lets go of what it holds. */
    @Override
    void close();
}
