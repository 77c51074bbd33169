package io.klamm.cmd.scraping;

import io.klamm.discovery.group.BrokerList;
import io.klamm.model.ComponentStatus;
import io.klamm.scrape.ScrapeManager;
import io.klamm.scrape.config.PrometheusFile;
import io.klamm.scrape.config.ScrapeConfig;
import io.klamm.storage.Appenders;
import io.klamm.web.prometheus.Targets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All that this server scrapes. Safe from any thread. */
public final class Scraping implements AutoCloseable {

    private final ScrapeManager manager;
    private volatile List<Supplier<ComponentStatus>> components = List.of();

    /**
     * Scrapes nothing yet.
     *
     * @param store where samples go; it is asked for a writer only when something is scraped
     * @param brokers of the clusters that are watched
     * @param identity what tells this server from another, such as its address
     */
    public Scraping(Appenders store, BrokerList brokers, String identity, Clock clock) {
        this.manager = new ScrapeManager(clock, store, brokers, identity);
    }

    /** Scrapes what a file says from now on, or nothing. */
    public void apply(Optional<PrometheusFile> file) {
        List<ScrapeConfig> jobs = file.map(PrometheusFile::scrapeConfigs).orElse(List.of());
        manager.apply(file.orElse(PrometheusFile.NOTHING));
        components = jobs.stream()
                .map(ScrapeConfig::jobName)
                .<Supplier<ComponentStatus>>map(job -> () -> JobStatus.of(job, manager.view()))
                .toList();
    }

    /** How each job fares. */
    public List<Supplier<ComponentStatus>> components() {
        return components;
    }

    /** The targets, as Prometheus's API tells them. */
    public Targets targets() {
        return new ScrapedTargets(manager.view());
    }

    @Override
    public void close() {
        manager.close();
    }
}
