package io.klamm.storage.fanout;

import io.klamm.storage.Querier;
import io.klamm.storage.StorageException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A view on a secondary store, opened when it is first asked. Belongs to one thread at a time. */
final class SecondaryQuerier {

    private final Secondary secondary;
    private final long from;
    private final long to;
    private @Nullable Querier querier;

    SecondaryQuerier(Secondary secondary, long from, long to) {
        this.secondary = secondary;
        this.from = from;
        this.to = to;
    }

    /**
     * An answer, or why there is none.
     *
     * @param answer null if there is none
     * @param warning empty if there is an answer
     */
    record Told<T>(@Nullable T answer, String warning) {}

    <T> Told<T> ask(Function<Querier, T> question) {
        try {
            Querier open = querier;
            if (open == null) {
                open = secondary.reads().querier(from, to);
                querier = open;
            }
            return new Told<>(question.apply(open), "");
        } catch (StorageException e) {
            return new Told<>(null, warning(e));
        }
    }

    String warning(StorageException failure) {
        return secondary.name() + ": " + failure.getMessage();
    }

    void close() {
        Querier open = querier;
        querier = null;
        if (open != null) {
            open.close();
        }
    }
}
