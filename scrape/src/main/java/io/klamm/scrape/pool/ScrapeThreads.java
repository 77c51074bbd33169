package io.klamm.scrape.pool;

import io.klamm.discovery.client.JdkHttpFetcher;
import io.klamm.discovery.group.BrokerList;
import io.klamm.discovery.timing.ThreadTimers;
import io.klamm.storage.Appenders;
import java.time.Clock;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that a {@link Scraper} works with: one for timers, as many workers as there are processors, and some for HTTP, where the JDK's client looks up
 * names. They do not grow with the number of targets.
 */
public final class ScrapeThreads implements AutoCloseable {

    private static final int FEWEST_WORKERS = 2;
    private static final int HTTP_THREADS = 8;
    private static final long IDLE_SECONDS = 30;

    private final ThreadTimers timers = new ThreadTimers("scrape-timers");
    private final ThreadPoolExecutor workers =
            pool("scrape-worker-", Math.max(FEWEST_WORKERS, Runtime.getRuntime().availableProcessors()));
    private final ThreadPoolExecutor http = pool("scrape-http-", HTTP_THREADS);

    private static ThreadPoolExecutor pool(String name, int threads) {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory factory = task -> {
            Thread thread = new Thread(task, name + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads,
                threads,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                factory,
                // What comes after the end is of no use to anybody.
                new ThreadPoolExecutor.DiscardPolicy());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** What a scraper works with, over these threads and the JDK's HTTP client. */
    public ScrapeContext context(Clock clock, Appenders appenders, BrokerList brokers, long seed) {
        return new ScrapeContext(
                clock,
                System::nanoTime,
                timers,
                workers,
                config -> new JdkHttpFetcher(config, http),
                appenders,
                brokers,
                seed);
    }

    /** Ends all threads; to be called after the scraper is closed. */
    @Override
    public void close() {
        timers.close();
        workers.shutdownNow();
        http.shutdownNow();
    }
}
