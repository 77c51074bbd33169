package io.klamm.tsdb;

import io.klamm.storage.StorageException;
import io.klamm.tsdb.head.Head;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the store does besides answering: seals, cuts blocks, merges and deletes them. What fails is told and tried again later; nothing of it ever stops samples from being taken.
 * {@link #tend} is for one thread, {@link #merge} for another.
 */
final class Upkeep {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final Duration MERGE_RETRY = Duration.ofMinutes(10);
    /** Merging needs room for a while, and leaves this much to the log. */
    private static final long LEAST_FREE = 100L << 20;

    private final Head head;
    private final BlockStore blocks;
    private final OpenReaders readers;
    private final Clock clock;
    private final BooleanSupplier stop;
    private final FreeSpace space;
    private final Completion completion;

    private Instant cutAt = Instant.MIN;
    private Instant mergeAt = Instant.MIN;
    private long removing = -1;
    private Instant turned = Instant.MIN;

    final AtomicLong rounds = new AtomicLong();
    final AtomicLong failures = new AtomicLong();
    private volatile @Nullable String directoryError;
    private volatile @Nullable String cutError;
    private volatile @Nullable String mergeError;
    private volatile @Nullable Instant lastRound;
    private volatile @Nullable Instant lastSuccess;
    private volatile Duration lastDuration = Duration.ZERO;
    private final AtomicLong spentNanos = new AtomicLong();

    /** How many bytes the disk has left. */
    interface FreeSpace {
        long bytes() throws IOException;
    }

    /** What makes the data directory what it has to be. */
    interface Completion {
        void run() throws IOException;
    }

    /** @param directoryError why the data directory is not yet what it has to be; null if it is */
    Upkeep(
            Head head,
            BlockStore blocks,
            OpenReaders readers,
            Clock clock,
            FreeSpace space,
            BooleanSupplier stop,
            Completion completion,
            @Nullable String directoryError) {
        this.completion = completion;
        this.directoryError = directoryError;
        this.head = head;
        this.blocks = blocks;
        this.readers = readers;
        this.clock = clock;
        this.space = space;
        this.stop = stop;
    }

    /** One round of what concerns the head. */
    void tend() {
        long start = System.nanoTime();
        rounds.incrementAndGet();
        completeDirectory();
        boolean well = attempt("writing the log again", head::retryLog);
        well &= attempt("sealing", head::seal);
        well &= attempt("cutting a block", this::cut);
        well &= attempt("removing what is in blocks", this::remove);
        long nanos = System.nanoTime() - start;
        spentNanos.addAndGet(nanos);
        lastDuration = Duration.ofNanos(nanos);
        lastRound = clock.instant();
        if (well) {
            lastSuccess = clock.instant();
        } else {
            failures.incrementAndGet();
        }
    }

    private void completeDirectory() {
        if (directoryError == null) {
            return;
        }
        try {
            completion.run();
            directoryError = null;
        } catch (IOException e) {
            directoryError = "the directory cannot be written: " + e.getMessage();
        }
    }

    private static boolean attempt(String what, Runnable step) {
        try {
            step.run();
            return true;
        } catch (RuntimeException e) {
            LOG.error("{}: {}", what, e.getMessage(), e);
            return false;
        }
    }

    private void cut() {
        if (clock.instant().isBefore(cutAt)) {
            return;
        }
        long range = TsdbSettings.BLOCK_RANGE.toMillis();
        for (OptionalLong due = head.dueBlock(); due.isPresent() && !stop.getAsBoolean(); due = head.dueBlock()) {
            long begin = due.getAsLong();
            head.closeBefore(begin + range);
            try {
                blocks.make(sink -> head.feed(begin, begin + range - 1, sink));
            } catch (IOException | StorageException e) {
                cutAt = clock.instant().plus(RETRY);
                String error = "a block cannot be written: " + e.getMessage();
                if (!error.equals(cutError)) {
                    LOG.error("{}; its samples stay in the head, and it is tried again", error);
                }
                cutError = error;
                return;
            }
            cutError = null;
            head.handOver(begin + range);
            removing = readers.turn();
            turned = clock.instant();
            remove();
        }
    }

    /** Removes what is in blocks as soon as nobody reads it from the head any more. */
    private void remove() {
        if (removing >= 0 && readers.gone(removing, turned, clock.instant())) {
            head.removeHandedOver();
            removing = -1;
        }
    }

    /** Merges what there is to merge, and deletes what is kept long enough. */
    void merge() {
        if (clock.instant().isBefore(mergeAt)) {
            return;
        }
        try {
            blocks.expire(head.stats().chunkBytes() + head.stats().log().bytes());
            while (!stop.getAsBoolean()
                    && hasRoom()
                    && blocks.merge(head.stats().oldest(), stop)) {
                LOG.debug("blocks were merged");
            }
            mergeError = null;
        } catch (CancellationException e) {
            LOG.debug("merging was stopped");
        } catch (IOException e) {
            mergeFailed(e);
            LOG.error("{}; it is tried again", mergeError);
        } catch (RuntimeException e) {
            mergeFailed(e);
            LOG.error("{}; it is tried again", mergeError, e);
        }
    }

    private void mergeFailed(Exception e) {
        mergeAt = clock.instant().plus(MERGE_RETRY);
        mergeError = "blocks cannot be merged or deleted: " + e.getMessage();
    }

    private boolean hasRoom() throws IOException {
        return space.bytes() > LEAST_FREE + blocks.bytes() / 10;
    }

    /** Why the data directory is not yet what it has to be; null if it is. */
    @Nullable
    String directoryError() {
        return directoryError;
    }

    /** Why the newest attempt to cut a block failed; null if it did not. */
    @Nullable
    String cutError() {
        return cutError;
    }

    /** Why the newest attempt to merge or delete blocks failed; null if it did not. */
    @Nullable
    String mergeError() {
        return mergeError;
    }

    @Nullable
    Instant lastRound() {
        return lastRound;
    }

    @Nullable
    Instant lastSuccess() {
        return lastSuccess;
    }

    Duration lastDuration() {
        return lastDuration;
    }

    Duration averageDuration() {
        return Duration.ofNanos(spentNanos.get() / Math.max(1, rounds.get()));
    }
}
