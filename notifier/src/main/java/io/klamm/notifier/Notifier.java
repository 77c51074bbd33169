package io.klamm.notifier;

import io.klamm.model.ComponentStatus;
import io.klamm.model.alert.Alert;
import io.klamm.model.alert.AlertEvent;
import io.klamm.model.alert.AlertGroup;
import io.klamm.model.alert.DeadLetter;
import io.klamm.model.alert.KeptAlert;
import io.klamm.model.alert.ReceiverStatus;
import io.klamm.model.alert.Silence;
import io.klamm.notifier.dispatch.Desk;
import io.klamm.notifier.dispatch.Parcel;
import io.klamm.notifier.dispatch.Settings;
import io.klamm.notifier.journal.Journal;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.outbox.Book;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells people of alerts, and forgets nothing that it has not told. One thread sees when what is due; each channel that is busy has its own. Safe from any thread.
 */
public final class Notifier implements AutoCloseable {

    private final Path directory;
    private final Settings settings;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Couriers couriers = new Couriers();
    private Setup setup;
    private @Nullable Book book;
    private @Nullable Desk desk;
    private @Nullable Thread thread;
    private @Nullable Instant lastTurn;
    private long turns;
    private boolean closed;
    private boolean ended;
    private Instant startedAt;

    /**
     * A notifier that keeps its file in this directory, which is made if there is none.
     *
     * @param setup until the first {@link #reload}
     */
    public Notifier(Path directory, Setup setup, Settings settings, Clock clock) {
        this.directory = directory;
        this.setup = setup;
        this.settings = settings;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /** Reads what was kept, and begins to tell. */
    public void start() {
        locked(() -> {
            startedAt = clock.instant();
            Book opened = new Book(Journal.open(directory));
            Desk begun = new Desk(opened, settings, new Random());
            begun.restarted(startedAt);
            begun.configure(setup.config(), setup.channels(), startedAt);
            book = opened;
            desk = begun;
            Thread runner = new Thread(this::run, "klamm-notifier");
            runner.setDaemon(true);
            runner.start();
            thread = runner;
            return true;
        });
    }

    private void run() {
        lock.lock();
        try {
            while (!closed) {
                Instant next = turn(desk(), clock.instant());
                long millis = Duration.between(clock.instant(), next).toMillis();
                if (!closed) {
                    changed.awaitNanos(TimeUnit.MILLISECONDS.toNanos(Math.max(1, millis)));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private Instant turn(Desk at, Instant now) {
        Instant next = at.turn(now);
        for (String channel : at.channels()) {
            at.take(channel, now).ifPresent(parcel -> couriers.deliver(parcel, this::done));
        }
        turns++;
        lastTurn = now;
        return next;
    }

    private void done(Parcel parcel, Delivery delivery) {
        locked(() -> {
            if (!ended) {
                desk().done(parcel, delivery, clock.instant());
                changed.signalAll();
            }
            return true;
        });
    }

    private <T> T locked(Supplier<T> what) {
        lock.lock();
        try {
            return what.get();
        } finally {
            lock.unlock();
        }
    }

    private Desk desk() {
        Desk found = desk;
        if (found == null) {
            throw new IllegalStateException("notifier: not started (expected: start() before)");
        }
        return found;
    }

    private Book book() {
        Book found = book;
        if (found == null) {
            throw new IllegalStateException("notifier: not started (expected: start() before)");
        }
        return found;
    }

    /** Goes on by another configuration; all that is known stays known. */
    public void reload(Setup newSetup) {
        locked(() -> {
            setup = newSetup;
            desk().configure(newSetup.config(), newSetup.channels(), clock.instant());
            changed.signalAll();
            return true;
        });
    }

    /** Since when it runs. */
    public Instant startedAt() {
        return locked(() -> startedAt);
    }

    /** Its configuration as YAML, without secrets. */
    public String configuration() {
        return locked(() -> setup.shown());
    }

    /** After which an alert is over that does not say when it ends. */
    public Duration resolveTimeout() {
        return locked(() -> setup.config().resolveTimeout());
    }

    /** Takes alerts. Returns when they are on the disk. */
    public void accept(List<Alert> alerts) {
        locked(() -> {
            desk().accept(alerts, clock.instant());
            changed.signalAll();
            return true;
        });
    }

    /** All that are not forgotten, those that are over among them. */
    public List<KeptAlert> alerts() {
        return locked(() -> desk().views().alerts(desk().quiet(clock.instant()), clock.instant()));
    }

    /** The same, as they are told. */
    public List<AlertGroup> groups() {
        return locked(() -> desk().views().groups(desk().quiet(clock.instant()), clock.instant()));
    }

    /** All receivers of the configuration, in its order. */
    public List<ReceiverStatus> receivers() {
        return locked(() -> desk().views().receivers(clock.instant()));
    }

    /** All that are not forgotten, expired ones among them. */
    public List<Silence> silences() {
        return locked(() -> desk().silences().all());
    }

    /**
     * Makes a silence, or changes that of its id: one whose past would change ends, and another is made.
     *
     * @return the id of the silence as it is from now on
     * @throws IllegalArgumentException saying what is wrong with it, an id that is not known among that
     */
    public String set(Silence silence) {
        String freshId = UUID.randomUUID().toString();
        return locked(() -> desk().silences().set(silence, freshId, clock.instant()));
    }

    /** Ends a silence now. False if there is none of this id that could end. */
    public boolean expire(String silenceId) {
        return locked(() -> desk().silences().expire(silenceId, clock.instant()));
    }

    /** Messages that were given up. */
    public List<DeadLetter> deadLetters() {
        return locked(() -> desk().views().deadLetters());
    }

    /** Tries a message that was given up again. False if there is none of this id. */
    public boolean retry(String deadLetterId) {
        return locked(() -> {
            boolean found = desk().retry(deadLetterId, clock.instant());
            changed.signalAll();
            return found;
        });
    }

    /** Forgets a message that was given up. False if there is none of this id. */
    public boolean drop(String deadLetterId) {
        return locked(() -> desk().drop(deadLetterId));
    }

    /** What happened to alerts from {@code from} (included) to {@code to} (not included), oldest first. */
    public List<AlertEvent> history(Instant from, Instant to) {
        return locked(() -> book().events()).stream()
                .filter(event -> !event.at().isBefore(from) && event.at().isBefore(to))
                .toList();
    }

    /**
     * Sends an example to a receiver at once, without keeping it.
     *
     * @return for each channel its kind and how it went, such as {@code slack: accepted}
     * @throws IllegalArgumentException if there is no such receiver
     */
    public List<String> test(String receiver) {
        return Examples.send(receiver, locked(() -> setup), clock.instant());
    }

    /** How it fares. */
    public ComponentStatus status() {
        return locked(() -> Health.of(desk, book, lastTurn, turns, clock.instant()));
    }

    /** Stops. A message that is on its way is told again after the next start, unless it is accepted in the next seconds. */
    @Override
    public void close() {
        Thread runner = locked(() -> {
                    closed = true;
                    changed.signalAll();
                    return Optional.ofNullable(thread);
                })
                .orElse(null);
        couriers.close();
        if (runner != null) {
            runner.interrupt();
        }
        locked(() -> {
            if (book != null && !ended) {
                ended = true;
                book.close();
            }
            return true;
        });
    }
}
