package io.klamm.scrape.pool;

import io.klamm.discovery.Discovery;
import io.klamm.discovery.SourceStatus;
import io.klamm.discovery.group.SourceConfig;
import io.klamm.discovery.group.SourceContext;
import io.klamm.discovery.group.TargetGroup;
import io.klamm.model.series.Labels;
import io.klamm.scrape.config.ScrapeConfig;
import io.klamm.scrape.relabel.Relabelling;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Scrapes the targets of all jobs, and shows how they fare.
 *
 * <p>{@link #apply} begins, and changes what is scraped later: targets of jobs that stay as they are go on undisturbed. Views are snapshots and wait for
 * nothing. Safe from any thread.
 */
public final class Scraper implements ScrapeView, AutoCloseable {

    private static final long CLOSING_SECONDS = 5;

    private final PoolContext pools;
    private final Discovery discovery;
    private final Map<String, ScrapePool> byJob = new ConcurrentSkipListMap<>();
    private boolean closed;

    /** A scraper that does nothing yet. */
    public Scraper(ScrapeContext context) {
        pools = PoolContext.of(context);
        discovery = new Discovery(
                new SourceContext(context.clock(), context.workers(), context.fetchers(), context.brokers()),
                context.timers(),
                this::found);
    }

    private void found(String job, List<TargetGroup> groups) {
        ScrapePool pool = byJob.get(job);
        if (pool != null) {
            pool.sync(groups);
        }
    }

    /** Scrapes these jobs from now on, whose names are distinct. */
    public synchronized void apply(List<ScrapeConfig> configs) {
        if (closed) {
            return;
        }
        Map<String, List<SourceConfig>> sources = new LinkedHashMap<>();
        for (ScrapeConfig config : configs) {
            sources.put(config.jobName(), config.sources());
            ScrapePool pool = byJob.get(config.jobName());
            if (pool == null) {
                byJob.put(config.jobName(), new ScrapePool(config, pools));
            } else {
                pool.reload(config);
            }
        }
        Set<String> gone = new HashSet<>(byJob.keySet());
        gone.removeAll(sources.keySet());
        gone.forEach(job -> {
            ScrapePool pool = byJob.remove(job);
            if (pool != null) {
                pool.retireAll();
            }
        });
        discovery.apply(sources);
    }

    @Override
    public List<PoolView> pools() {
        return byJob.values().stream().map(ScrapePool::view).toList();
    }

    @Override
    public List<TargetMetadata> metadata() {
        return byJob.values().stream().flatMap(pool -> pool.metadata().stream()).toList();
    }

    @Override
    public List<Relabelling.Step> relabelSteps(String job, Labels discovered) {
        ScrapePool pool = byJob.get(job);
        return pool == null ? List.of() : pool.relabelSteps(discovered);
    }

    @Override
    public List<ScrapeConfig> configs() {
        return byJob.values().stream().map(ScrapePool::config).toList();
    }

    @Override
    public List<SourceStatus> discovery() {
        return discovery.status();
    }

    @Override
    public ScrapeCounts counts() {
        return pools.counters().counts();
    }

    /** Stops. Pages that are being written are waited for, a few seconds at most; no series is ended. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        discovery.close();
        List<ScrapePool> all = List.copyOf(byJob.values());
        int loops = all.stream().mapToInt(pool -> pool.view().active().size()).sum();
        CountDownLatch idle = new CountDownLatch(loops);
        all.forEach(pool -> pool.stop(idle::countDown));
        try {
            boolean unused = idle.await(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pools.retirement().close();
    }
}
