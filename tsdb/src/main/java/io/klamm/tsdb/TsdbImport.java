package io.klamm.tsdb;

import io.klamm.model.series.Labels;
import io.klamm.storage.Appender;
import io.klamm.storage.Outcome;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.block.Retention;
import io.klamm.tsdb.files.Disk;
import io.klamm.tsdb.head.Limits;
import io.klamm.tsdb.wal.SyncPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts samples of any age into a data directory, as blocks of their own. They are collected in a store beside it, and become part of the directory only at {@link #finish}, all
 * at once but for a crash in between; until then, and after a failure, the directory is as it was. For one thread.
 */
public final class TsdbImport implements AutoCloseable {

    private static final String STAGING = "import.tmp";
    private static final String COPY = "blocks";
    private static final String STORE = "store";
    private static final Duration ANY_TIME = Duration.ofDays(200 * 365L);
    private static final int BATCH = 10_000;

    private final Disk disk = Disk.real();
    private final Path directory;
    private final Path staging;
    private final DirectoryLock lock;
    private final TsdbStorage store;
    private final Appender appender;
    private final Map<Outcome, Long> refused = new TreeMap<>();
    private long taken;
    private int inBatch;

    /**
     * What an import came to.
     *
     * @param samples that are in the directory now; one that was given twice counts twice
     * @param blocks that were made
     * @param refused samples that were not taken, by reason
     */
    public record Result(long samples, int blocks, Map<Outcome, Long> refused) {

        public Result {
            refused = Map.copyOf(refused);
        }
    }

    private TsdbImport(Path directory, DirectoryLock lock) throws IOException {
        this.directory = directory;
        this.lock = lock;
        this.staging = directory.resolve(STAGING);
        disk.deleteTree(staging);
        disk.createDirectories(staging);
        TsdbSettings settings = new TsdbSettings(
                staging.resolve(STORE),
                Retention.FOREVER,
                ANY_TIME,
                ANY_TIME,
                SyncPolicy.NEVER,
                TsdbSettings.LogBounds.DEFAULT,
                Limits.DEFAULT);
        // Without threads, and so without upkeep: nothing is cut before everything is there.
        this.store = TsdbStorage.open(settings, disk, Clock.systemUTC(), DirectoryLock.none());
        this.appender = store.appender("import");
    }

    /**
     * Begins; nobody else may use the directory until {@link #close}.
     *
     * @throws StorageException if somebody does, or the directory cannot be used
     */
    public static TsdbImport into(Path directory) {
        DirectoryLock lock = null;
        try {
            DataDirectory.prepare(Disk.real(), directory);
            lock = DirectoryLock.take(directory);
            return new TsdbImport(directory, lock);
        } catch (IOException e) {
            if (lock != null) {
                lock.close();
            }
            throw new StorageException("import into " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Takes a sample; what becomes of it is in the {@link Result}. */
    public void append(Labels labels, long time, double value) {
        if (inBatch == 0) {
            appender.begin(time);
        }
        Outcome outcome = appender.append(appender.series(labels), time, value);
        if (outcome.kept()) {
            taken++;
        } else {
            refused.merge(outcome, 1L, Long::sum);
        }
        inBatch++;
        if (inBatch == BATCH) {
            commit();
        }
    }

    private void commit() {
        if (!appender.commit().logged()) {
            throw new StorageException("import into " + directory + ": the disk does not take it ("
                    + store.status().lastError() + "); nothing was imported");
        }
        inBatch = 0;
    }

    /**
     * Makes everything part of the directory.
     *
     * @throws StorageException if the disk fails
     */
    public Result finish() {
        if (inBatch > 0) {
            commit();
        }
        try {
            Path copy = staging.resolve(COPY);
            store.snapshot(copy);
            int blocks = 0;
            for (Path block : disk.list(copy.resolve(DataDirectory.BLOCKS))) {
                disk.rename(
                        block, directory.resolve(DataDirectory.BLOCKS).resolve(String.valueOf(block.getFileName())));
                blocks++;
            }
            disk.syncDirectory(directory.resolve(DataDirectory.BLOCKS));
            return new Result(taken, blocks, refused);
        } catch (IOException e) {
            throw new StorageException("import into " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Lets go of the directory; what was not finished is dropped. */
    @Override
    public void close() {
        try (lock) {
            appender.close();
            store.close();
            disk.deleteTree(staging);
        } catch (IOException e) {
            throw new StorageException(
                    "import into " + directory + ": " + staging + " cannot be deleted: " + e.getMessage()
                            + " (it may be deleted by hand)",
                    e);
        }
    }
}
