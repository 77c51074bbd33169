package io.klamm.storage.remote.read;

import io.klamm.storage.Querier;
import io.klamm.storage.Queryable;
import java.net.http.HttpClient;
import java.util.function.LongSupplier;

/**
 * A store that is asked by Prometheus's remote read. An answer is taken whole, within a time and up to a size; the samples of streamed chunks are
 * decoded when they are read. Safe for use by several threads.
 */
public final class RemoteQueryable implements Queryable {

    private final RemoteReadConfig config;
    private final ReadExchange exchange;
    private final LongSupplier localStart;

    /**
     * Connects to nothing.
     *
     * @param localStart from which time on the local store has everything, in milliseconds since the epoch: a remote store that is not to be asked for
     *     recent times is asked for what lies before
     */
    public RemoteQueryable(RemoteReadConfig config, HttpClient http, LongSupplier localStart) {
        this.config = config;
        this.exchange = new ReadExchange(config, http);
        this.localStart = localStart;
    }

    @Override
    public Querier querier(long from, long to) {
        long last = config.readRecent() ? to : Math.min(to, localStart.getAsLong() - 1);
        return new RemoteQuerier(config, exchange, from, last);
    }
}
