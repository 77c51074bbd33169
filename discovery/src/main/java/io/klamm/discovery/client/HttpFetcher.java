package io.klamm.discovery.client;

import java.util.concurrent.CompletableFuture;

/** Asks over HTTP without a thread that waits. Safe from any thread. */
public interface HttpFetcher extends AutoCloseable {

    /** Sends a request. The future never fails: what goes wrong is in its value. Cancelling it gives up the exchange. */
    CompletableFuture<Fetched> fetch(HttpRequestSpec request);

    @Override
    void close();
}
