package io.klamm.storage.remote.send;

import io.klamm.storage.log.SampleLog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands everything that a store logs on to destinations of remote write, each at its own pace and from its own save-point. What a destination could not take is sent when it
 * can, also after a restart, as long as the log is kept. Safe for use by several threads.
 */
public final class RemoteWriteSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteWriteSender.class);
    private static final long AFTER_A_MISTAKE_MILLIS = 5_000;
    private static final long PATIENCE_MILLIS = 10_000;

    private final List<Runner> runners = new ArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    /**
     * Connects to nothing, and reads nothing.
     *
     * @param destinations of distinct names
     * @param directory where save-points and the list of what was refused are kept
     * @param transports the way to each
     */
    public RemoteWriteSender(
            List<SendConfig> destinations,
            SampleLog log,
            Path directory,
            Function<SendConfig, Transport> transports,
            Clock clock,
            RandomGenerator random) {
        if (destinations.stream().map(SendConfig::name).distinct().count() < destinations.size()) {
            throw new IllegalArgumentException(
                    "remote write: a name is given twice (expected: a name for each destination)");
        }
        for (SendConfig config : destinations) {
            runners.add(new Runner(config, new Pump(config, log, directory, transports.apply(config), clock, random)));
        }
    }

    /** Begins to send, each destination on a thread of its own. */
    public void start() {
        runners.forEach(Runner::start);
    }

    /** How it stands with each destination, in the order in which they were given. */
    public List<DestinationStatus> status() {
        return runners.stream().map(runner -> runner.pump.status()).toList();
    }

    /** Stops; what has not been sent is sent after the next start. Safe to be called twice. */
    @Override
    public void close() {
        closing.countDown();
        runners.forEach(Runner::close);
    }

    private final class Runner {
        private final SendConfig config;
        private final Pump pump;
        private final Thread thread;

        Runner(SendConfig config, Pump pump) {
            this.config = config;
            this.pump = pump;
            this.thread = new Thread(this::run, "klamm-remote-write-" + config.name());
            thread.setDaemon(true);
        }

        void start() {
            thread.start();
        }

        private void run() {
            try (pump) {
                long wait = 0;
                while (!closing.await(wait, TimeUnit.MILLISECONDS)) {
                    wait = step();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** A mistake of ours must not end the sending for good. */
        private long step() throws InterruptedException {
            try {
                return pump.step();
            } catch (RuntimeException e) {
                LOG.error("{}: failed, and begins again at its save-point", config, e);
                pump.goBack();
                return AFTER_A_MISTAKE_MILLIS;
            }
        }

        void close() {
            thread.interrupt();
            try {
                thread.join(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
