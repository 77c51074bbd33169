package io.klamm.tsdb;

import io.klamm.tsdb.wal.SyncPolicy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of a store: each does one thing again and again until the store closes. */
final class TsdbThreads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TsdbThreads.class);
    private static final Duration SYNC = Duration.ofSeconds(1);
    private static final Duration TEND = Duration.ofSeconds(5);
    private static final Duration MERGE = Duration.ofSeconds(60);
    private static final Duration END = Duration.ofSeconds(60);

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    void start(SyncPolicy policy, Runnable sync, Runnable tend, Runnable merge) {
        if (policy == SyncPolicy.INTERVAL) {
            start("klamm-tsdb-sync", SYNC, sync);
        }
        start("klamm-tsdb-tend", TEND, tend);
        start("klamm-tsdb-merge", MERGE, merge);
    }

    private void start(String name, Duration every, Runnable task) {
        Thread thread = new Thread(() -> run(every, task), name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void run(Duration every, Runnable task) {
        try {
            while (!stopping.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                attempt(task);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("{}: {}", Thread.currentThread().getName(), e.getMessage(), e);
        }
    }

    /** Whether whoever works is to end. */
    boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Lets every thread end what it is at, and waits for it. Nobody is interrupted: that would close the files under the others. */
    @Override
    public void close() {
        stopping.countDown();
        for (Thread thread : threads) {
            try {
                thread.join(END.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
