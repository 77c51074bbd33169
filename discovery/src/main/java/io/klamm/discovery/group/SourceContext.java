package io.klamm.discovery.group;

import io.klamm.discovery.client.HttpFetchers;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What sources work with.
 *
 * @param workers where a source may wait for a disk or a name server
 * @param fetchers who asks over HTTP
 * @param brokers the brokers of the clusters that are watched
 */
public record SourceContext(Clock clock, Executor workers, HttpFetchers fetchers, BrokerList brokers) {}
