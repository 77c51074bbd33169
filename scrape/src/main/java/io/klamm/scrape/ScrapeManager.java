package io.klamm.scrape;

import io.klamm.discovery.group.BrokerList;
import io.klamm.scrape.config.PrometheusFile;
import io.klamm.scrape.pool.ScrapeThreads;
import io.klamm.scrape.pool.ScrapeView;
import io.klamm.scrape.pool.Scraper;
import io.klamm.storage.Appenders;
import java.time.Clock;

/** All that scrapes: threads, discovery of targets, and a loop for each of them, as the last prometheus.yml says. Safe from any thread. */
public final class ScrapeManager implements AutoCloseable {

    private final ScrapeThreads threads = new ScrapeThreads();
    private final Scraper scraper;

    /**
     * A manager that scrapes nothing yet.
     *
     * @param store where samples go
     * @param brokers the Kafka clusters that are watched, for {@code kafka_sd_configs}
     * @param identity what tells this Klamm from another, such as the name of its host: two of them do not scrape at the same moment
     */
    public ScrapeManager(Clock clock, Appenders store, BrokerList brokers, String identity) {
        scraper = new Scraper(threads.context(clock, store, brokers, identity.hashCode()));
    }

    /** Scrapes what a file says from now on. Targets that it has as the file before had them go on undisturbed; those that are gone end. */
    public void apply(PrometheusFile file) {
        scraper.apply(file.scrapeConfigs());
    }

    /** What can be seen of it. */
    public ScrapeView view() {
        return scraper;
    }

    /** Stops. Pages that are being written are waited for, a few seconds at most; no series is ended, for they go on after a restart. */
    @Override
    public void close() {
        scraper.close();
        threads.close();
    }
}
