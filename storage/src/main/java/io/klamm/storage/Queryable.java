package io.klamm.storage;

/** The read side of a store. Safe from any thread. */
public interface Queryable {

    /**
     * A view on all samples of {@code from <= time <= to}, in milliseconds since the epoch, as they are now: what is committed later may or may not
     * be seen. To be closed.
     *
     * @throws StorageException if the store cannot answer
     */
    Querier querier(long from, long to);
}
