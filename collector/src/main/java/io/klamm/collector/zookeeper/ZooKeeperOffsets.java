package io.klamm.collector.zookeeper;

import io.klamm.collector.zookeeper.Inbox.Work;
import io.klamm.model.ComponentStatus;
import io.klamm.model.commit.CommitSink;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher.Event.EventType;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the offsets that old consumers commit to ZooKeeper, on a thread of its own, {@code klamm-zookeeper-CLUSTER}, and passes them on as they change.
 *
 * <p>All nodes are listed when a session begins, when the connection was lost for a moment, and from time to time; between that, servers from 3.6 on tell of each
 * change below {@code consumers} by one watch, whatever the number of groups. Older ones are listed every 30 s. What is gone becomes a tombstone. Nothing but {@link #close}
 * ends it: a lost server is waited for, an expired session followed by another.
 */
public final class ZooKeeperOffsets implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ZooKeeperOffsets.class);

    /** Changes that wait for their turn; when there are more, all is listed anew. */
    private static final int MOST_CHANGES = 50_000;

    private static final Duration WITHOUT_WATCH = Duration.ofSeconds(30);
    private static final Duration WITH_WATCH = Duration.ofMinutes(10);
    private static final Duration BEFORE_NEXT = Duration.ofSeconds(1);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

    private final ZooKeeperConfig config;
    private final Predicate<String> groups;
    private final boolean mayWatch;
    private final Duration poll;
    private final String consumers;
    private final SourceRecord record;
    private final NodeReader reader;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Inbox inbox = new Inbox(MOST_CHANGES);
    private volatile @Nullable Session session;
    private boolean watched;
    private long nextListing;
    private @Nullable Thread thread;

    /**
     * Connects to nothing.
     *
     * @param groups which groups are read
     * @param sink takes the commits; they come by one thread
     */
    public ZooKeeperOffsets(
            ZooKeeperConfig config, Predicate<String> groups, CommitSink sink, OwnerListener owners, Clock clock) {
        this(config, groups, sink, owners, clock, true, WITHOUT_WATCH);
    }

    /** The same with the ways of older servers, where {@code mayWatch} is false. */
    ZooKeeperOffsets(
            ZooKeeperConfig config,
            Predicate<String> groups,
            CommitSink sink,
            OwnerListener owners,
            Clock clock,
            boolean mayWatch,
            Duration poll) {
        this.config = config;
        this.groups = groups;
        this.mayWatch = mayWatch;
        this.poll = poll;
        this.consumers = config.path() + "/consumers";
        this.record = new SourceRecord(config.cluster(), clock);
        this.reader = new NodeReader(consumers, groups, new Known(sink, owners, record, clock), record);
    }

    /** Begins to connect. */
    public synchronized void start() {
        if (thread != null || closed.getCount() == 0) {
            return;
        }
        nextListing = System.nanoTime();
        thread = new Thread(this::run, "klamm-zookeeper-" + config.cluster());
        thread.setDaemon(true);
        thread.start();
    }

    /** What the source says of itself; never blocks. */
    public ComponentStatus status() {
        return record.status();
    }

    /** Ends the session; returns after 2 s at the latest. Safe to call twice. */
    @Override
    public synchronized void close() {
        closed.countDown();
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(CLOSE_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (closed.getCount() > 0) {
                step();
            }
        } catch (InterruptedException e) {
            log.debug("{}: asked to end", config.cluster());
        } finally {
            end();
        }
    }

    private void step() throws InterruptedException {
        long began = System.nanoTime();
        try {
            work(current());
        } catch (SessionLostException e) {
            failed(e.kind(), String.valueOf(e.getMessage()), began);
        } catch (RuntimeException | LinkageError e) {
            // Whatever it is, the next step must come.
            log.error("{}: a step ended unexpectedly", config.cluster(), e);
            failed(e.getClass().getSimpleName(), "unexpected: " + e.getClass().getName() + " (see the log)", began);
        }
    }

    private Session current() throws SessionLostException {
        Session present = session;
        if (present == null) {
            Inbox own = new Inbox(MOST_CHANGES);
            present = Session.begin(config, event -> session(event, own));
            inbox = own;
            session = present;
        }
        return present;
    }

    private void work(Session present) throws SessionLostException, InterruptedException {
        Inbox.Work work = inbox.take(inbox.isConnected() ? untilNextListing() : config.sessionTimeout());
        if (work instanceof Work.Listing) {
            list(present);
        } else if (work instanceof Work.Changes changes) {
            reader.changes(present, changes.nodes());
        } else if (work instanceof Work.End end) {
            end();
            throw new SessionLostException(end.why(), "no session with " + config.servers() + ": " + end.why());
        } else if (work instanceof Work.Silence) {
            throw new SessionLostException("Disconnected", "no ZooKeeper server answers at " + config.servers());
        }
        if (untilNextListing().isZero()) {
            inbox.missed();
        }
    }

    private Duration untilNextListing() {
        return Duration.ofNanos(Math.max(0, nextListing - System.nanoTime()));
    }

    private void list(Session present) throws SessionLostException, InterruptedException {
        long began = System.nanoTime();
        Inbox own = inbox;
        watched = mayWatch && present.watch(consumers, event -> changed(event, own));
        reader.everything(present);
        nextListing = System.nanoTime() + (watched ? WITH_WATCH : poll).toNanos();
        if (record.listed(Duration.ofNanos(System.nanoTime() - began))) {
            log.info("{}: read the offsets below {} at {}", config.cluster(), consumers, config.servers());
        }
    }

    /** On the client's own thread. */
    private void changed(WatchedEvent event, Inbox own) {
        if (event.getType() != EventType.None) {
            ConsumerNode.parse(consumers, event.getPath())
                    .filter(node -> groups.test(node.group()))
                    .ifPresent(own::changed);
        }
    }

    /** On the client's own thread. */
    private static void session(WatchedEvent event, Inbox own) {
        KeeperState state = event.getState();
        if (state == KeeperState.SyncConnected || state == KeeperState.ConnectedReadOnly) {
            own.connected();
        } else if (state == KeeperState.Disconnected) {
            own.disconnected();
        } else if (state == KeeperState.Expired || state == KeeperState.AuthFailed) {
            own.over(state.name());
        }
    }

    /** What was to be read may not have been: all is listed when a server answers again. */
    private void failed(String kind, String message, long began) throws InterruptedException {
        inbox.missed();
        if (record.failed(kind, message, Duration.ofNanos(System.nanoTime() - began))) {
            log.warn("{}: {}", config.cluster(), message);
        }
        closed.await(BEFORE_NEXT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void end() {
        Session present = session;
        session = null;
        if (present == null) {
            return;
        }
        // Who was interrupted must still tell the servers that the session is over.
        boolean interrupted = Thread.interrupted();
        try {
            present.end();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The session that is open, for tests that end it from outside. */
    @Nullable
    Session openSession() {
        return session;
    }
}
