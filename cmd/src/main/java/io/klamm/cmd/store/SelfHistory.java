package io.klamm.cmd.store;

import io.klamm.metrics.store.ClusterHistory;
import io.klamm.metrics.store.ListHistory;
import io.klamm.model.series.Labels;
import io.klamm.storage.Appenders;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this program says of itself, as time series: its own metrics, written at a fixed pace by a thread of its own. */
public final class SelfHistory implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SelfHistory.class);
    private static final Duration PACE = Duration.ofSeconds(15);

    private final Supplier<Map<Labels, Double>> samples;
    private final ListHistory history;
    private final Clock clock;
    private final ScheduledExecutorService timer;
    private @Nullable ScheduledFuture<?> beats;

    /**
     * Writes nothing yet.
     *
     * @param samples asked at every beat
     */
    public SelfHistory(Appenders store, Supplier<Map<Labels, Double>> samples, Clock clock) {
        this.samples = samples;
        this.clock = clock;
        this.history = new ListHistory(
                store, "klamm/self", Labels.of("job", ClusterHistory.JOB, "instance", ClusterHistory.JOB));
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "klamm-self");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Writes the first now, and one at every beat from then on. */
    public void start() {
        beats = timer.scheduleWithFixedDelay(this::beat, 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat() {
        try {
            history.write(clock.millis(), samples.get());
        } catch (RuntimeException e) {
            // A beat that fails must not end those that follow.
            log.warn("own metrics: not written this time: {}", e.toString());
        }
    }

    @Override
    public void close() {
        if (beats != null) {
            beats.cancel(false);
        }
        timer.shutdownNow();
        try {
            if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
                log.warn("own metrics: still being written at the end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        history.close();
    }
}
