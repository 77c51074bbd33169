package io.klamm.scrape.push;

import io.klamm.discovery.timing.Timers;
import io.klamm.model.series.Labels;
import io.klamm.storage.Appenders;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what short-lived jobs push, by the protocol of the Pushgateway, and writes it to a store every interval, as a scrape of a Pushgateway with
 * {@code honor_labels} would: a group looks alive until it is deleted.
 *
 * <p>What is acknowledged is on the disk, and comes back after a restart. {@link #handle} waits for the disk, so it is not for an event loop. Safe from any thread.
 */
public final class PushGateway implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PushGateway.class);
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NOT_ALLOWED = 405;
    private static final int NOT_KEPT = 500;
    private static final long TOLERANCE = 2;

    private final PushConfig config;
    private final Clock clock;
    private final Timers timers;
    private final Optional<PushFiles> files;
    private final PushGroups groups;
    private final PushWriter writer;

    private long taken;
    private long refused;
    private long samplesRefused;
    private boolean closed;
    private Runnable timer = () -> {};

    /** A gateway that has read no file and writes nothing yet. */
    public PushGateway(PushConfig config, Clock clock, Timers timers, Appenders store) {
        this.config = config;
        this.clock = clock;
        this.timers = timers;
        this.files = config.directory().map(PushFiles::new);
        this.groups = new PushGroups(config.mostGroups(), config.mostSamples());
        this.writer = new PushWriter(store.appender("push"));
    }

    /** Takes up the groups that were kept, and begins to write. */
    public synchronized void start() throws IOException {
        if (files.isPresent()) {
            files.get().load().forEach(groups::put);
        }
        schedule();
    }

    private void schedule() {
        long interval = config.interval().toMillis();
        long wait = interval - Math.floorMod(clock.millis() + TOLERANCE, interval) + TOLERANCE;
        timer = timers.after(Duration.ofMillis(wait), this::tick);
    }

    private synchronized void tick() {
        if (closed) {
            return;
        }
        long interval = config.interval().toMillis();
        long now = clock.millis();
        long late = Math.floorMod(now + TOLERANCE, interval) - TOLERANCE;
        try {
            samplesRefused += writer.write(groups.all(), late <= TOLERANCE ? now - late : now);
        } catch (RuntimeException e) {
            LOG.error("pushed groups could not be written", e);
        }
        schedule();
    }

    /**
     * Does a request: {@code PUT} replaces a group, {@code POST} its families of the same names, {@code DELETE} removes it.
     *
     * @param rawPath such as {@code /metrics/job/backup/instance/b1}, as it was sent, without the query
     * @param headers by name, in any case
     * @param body as it was sent, perhaps packed
     */
    public PushAnswer handle(String method, String rawPath, Map<String, String> headers, byte[] body) {
        PushAnswer answer;
        try {
            answer = handle(method.toUpperCase(Locale.ROOT), GroupPath.labels(rawPath), new PushBody(headers, body));
        } catch (PushRefusedException e) {
            answer = e.answer();
        } catch (IOException e) {
            LOG.error("a push could not be kept", e);
            answer = new PushAnswer(NOT_KEPT, "could not be kept: " + e.getMessage());
        }
        count(answer);
        return answer;
    }

    private synchronized void count(PushAnswer answer) {
        boolean good = answer.status() == OK || answer.status() == ACCEPTED;
        taken += good ? 1 : 0;
        refused += good ? 0 : 1;
    }

    private PushAnswer handle(String method, Labels group, PushBody body) throws PushRefusedException, IOException {
        switch (method) {
            case "PUT", "POST" -> {
                push(group, body.families(group, config.mostBytes()), method.equals("PUT"));
                return new PushAnswer(OK, "");
            }
            case "DELETE" -> {
                delete(group);
                return new PushAnswer(ACCEPTED, "");
            }
            default ->
                throw new PushRefusedException(NOT_ALLOWED, "method: " + method + " (expected: PUT, POST or DELETE)");
        }
    }

    private synchronized void push(Labels labels, Map<String, PushedFamily> families, boolean replace)
            throws PushRefusedException, IOException {
        long now = clock.millis();
        PushGroup before = groups.get(labels);
        PushGroup after = replace ? before.replaced(families, now) : before.merged(families, now);
        groups.requireRoom(after);
        String conflict = groups.conflict(after);
        keep(conflict.isEmpty() ? after : before.failedAt(now));
        if (!conflict.isEmpty()) {
            throw PushRefusedException.bad(
                    "pushed metrics are invalid or inconsistent with existing metrics: " + conflict);
        }
    }

    private void keep(PushGroup group) throws IOException {
        if (files.isPresent()) {
            files.get().save(group);
        }
        groups.put(group);
    }

    private synchronized void delete(Labels labels) throws IOException {
        if (files.isPresent()) {
            files.get().delete(labels);
        }
        groups.remove(labels);
    }

    /** All groups, the oldest first. */
    public synchronized List<PushedGroupView> groups() {
        return groups.all().stream().map(PushedGroupView::of).toList();
    }

    public synchronized PushCounts counts() {
        return new PushCounts(taken, refused, samplesRefused);
    }

    /** Stops; no series is ended, for they go on after a restart. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            timer.run();
            writer.close();
        }
    }
}
