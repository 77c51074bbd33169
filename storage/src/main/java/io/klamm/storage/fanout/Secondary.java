package io.klamm.storage.fanout;

import io.klamm.storage.Appenders;
import io.klamm.storage.Queryable;
import java.util.Optional;

/**
 * A store beside the primary one: what it has is told with it, and that it fails is a warning.
 *
 * @param name in warnings
 * @param reads where it is asked
 * @param writes where it is written to, at once; empty for one that gets its samples in another way, or none
 */
public record Secondary(String name, Queryable reads, Optional<Appenders> writes) {

    /** A store that is only read. */
    public static Secondary readOnly(String name, Queryable store) {
        return new Secondary(name, store, Optional.empty());
    }
}
