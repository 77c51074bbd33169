package io.klamm.scrape.pool;

import io.klamm.discovery.client.HttpFetchers;
import io.klamm.discovery.group.BrokerList;
import io.klamm.discovery.timing.Timers;
import io.klamm.storage.Appenders;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * What scraping works with.
 *
 * @param nanos a clock for durations, such as {@link System#nanoTime}
 * @param timers where loops wait for their time; nothing runs long there
 * @param workers where pages are read, and where discovery waits for disks and name servers; a few threads
 * @param fetchers who asks over HTTP
 * @param appenders where samples go
 * @param brokers the Kafka clusters that are watched
 * @param seed what tells one Klamm from another, so that two of them do not scrape at the same moment
 */
public record ScrapeContext(
        Clock clock,
        LongSupplier nanos,
        Timers timers,
        Executor workers,
        HttpFetchers fetchers,
        Appenders appenders,
        BrokerList brokers,
        long seed) {}
