package io.klamm.discovery.client;

/** Makes the fetcher for a configuration; in tests another one. */
@FunctionalInterface
public interface HttpFetchers {

    HttpFetcher fetcher(HttpConfig config);
}
