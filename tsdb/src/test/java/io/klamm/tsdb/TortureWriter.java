package io.klamm.tsdb;

import io.klamm.storage.Appender;
import io.klamm.storage.Committed;
import io.klamm.tsdb.files.Disk;
import io.klamm.tsdb.wal.SyncPolicy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A process that writes into a store as fast as it can, at a time that runs fast, with all its upkeep, until it is killed: {@code TortureWriter DIRECTORY FIRST-BATCH SYNC}. On
 * standard output it says {@code open}, and then the number of each batch of which the store says that a kill does not cost it.
 */
final class TortureWriter {

    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long BEAT_MILLIS = 3;
    private static final int BEATS_TO_MERGE = 20;
    private static final long SEGMENT_BYTES = 200_000;

    private final AtomicLong next;
    private final TsdbStorage store;
    private final long end = System.nanoTime() + LONGEST_NANOS;

    private TortureWriter(Path directory, long first, SyncPolicy sync) {
        next = new AtomicLong(first);
        TsdbSettings settings = settings(directory).withSync(sync);
        store = TsdbStorage.open(settings, Disk.real(), new BatchClock(next), DirectoryLock.take(directory));
    }

    static TsdbSettings settings(Path directory) {
        TsdbSettings usual = TsdbSettings.of(directory);
        TsdbSettings.LogBounds bounds = TsdbSettings.LogBounds.DEFAULT;
        return new TsdbSettings(
                directory,
                io.klamm.tsdb.block.Retention.FOREVER,
                usual.lateWindow(),
                usual.aheadLimit(),
                usual.sync(),
                new TsdbSettings.LogBounds(
                        SEGMENT_BYTES, bounds.backlogBytes(), bounds.unsavedBytes(), bounds.readerBytes()),
                usual.limits());
    }

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("open");
        SyncPolicy sync = SyncPolicy.valueOf(arguments[2]);
        TortureWriter writer = new TortureWriter(Path.of(arguments[0]), Long.parseLong(arguments[1]), sync);
        writer.start("upkeep", writer::tend);
        if (sync == SyncPolicy.INTERVAL) {
            writer.start("sync", writer::sync);
        }
        writer.write();
    }

    private void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void write() {
        Appender[] appenders = new Appender[TortureData.WRITERS];
        for (int i = 0; i < appenders.length; i++) {
            appenders[i] = store.appender("writer" + i);
        }
        while (System.nanoTime() < end) {
            long batch = next.get();
            Appender appender = appenders[TortureData.writer(batch)];
            appender.begin(TortureData.time(batch));
            for (TortureData.Expected sample : TortureData.samples(batch)) {
                appender.append(appender.series(sample.labels()), sample.time(), sample.value());
            }
            Committed committed = appender.commit();
            if (committed.logged() && committed.samples() == TortureData.SERIES + 1) {
                System.out.println(batch);
            }
            next.incrementAndGet();
        }
    }

    private void tend() {
        for (int beat = 1; System.nanoTime() < end; beat++) {
            store.tend();
            if (beat % BEATS_TO_MERGE == 0) {
                store.merge();
            }
            pause();
        }
    }

    private void sync() {
        while (System.nanoTime() < end) {
            store.sync();
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BEAT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** It is always the time of the next batch. */
    static final class BatchClock extends Clock {

        private final AtomicLong next;

        BatchClock(AtomicLong next) {
            this.next = next;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(TortureData.time(next.get()));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("a zone for a clock of batches");
        }
    }
}
