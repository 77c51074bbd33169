package io.klamm.tsdb;

import io.klamm.model.ComponentStatus;
import io.klamm.model.series.Metadata;
import io.klamm.storage.Appender;
import io.klamm.storage.Matcher;
import io.klamm.storage.Querier;
import io.klamm.storage.Storage;
import io.klamm.storage.StorageException;
import io.klamm.storage.StoreAnalysis;
import io.klamm.storage.log.SampleLog;
import io.klamm.storage.merge.MergedQuerier;
import io.klamm.tsdb.block.Block;
import io.klamm.tsdb.block.BlockMeta;
import io.klamm.tsdb.files.Disk;
import io.klamm.tsdb.head.Head;
import io.klamm.tsdb.head.HeadQueries;
import io.klamm.tsdb.head.HeadReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded store: a data directory with the newest hours in memory and in a log, and everything older in blocks.
 *
 * <p><b>Threads.</b> Every method may be called from any thread and at the same time as others, but {@link #close}, which is the last call: nobody may append or read any more. What the store gives out
 * is stricter: an appender, and a querier with all that comes from it, belong to one thread at a time. Appending waits for other commits, and with {@link io.klamm.tsdb.wal.SyncPolicy#ALWAYS} for the
 * disk; reading waits for nobody for long. {@link #deleteSeries}, {@link #cleanTombstones}, {@link #snapshot}, {@link #analyze} and {@link #verify} work on the caller's thread, for as long as it takes;
 * samples are taken meanwhile.
 *
 * <p>Threads of its own, {@code klamm-tsdb-...}, sync the log, seal and cut blocks, and merge and delete them.
 *
 * <p><b>Errors.</b> A disk that is full, read-only or broken never stops samples from being taken: {@link #status} says so, {@link io.klamm.storage.Committed#logged()} says it of each batch, and what
 * waits in memory is written when the disk takes it again. What is damaged is left out of answers, with a warning, and named in the status.
 *
 * <p>A directory that no server uses is looked at in the same way: open it, {@link #analyze} or {@link #verify}, close it.
 */
public final class TsdbStorage implements Storage {

    private static final Logger LOG = LoggerFactory.getLogger(TsdbStorage.class);

    private final TsdbSettings settings;
    private final Disk disk;
    private final DirectoryLock lock;
    private final Head head;
    private final BlockStore blocks;
    private final OpenReaders readers = new OpenReaders();
    private final Upkeep upkeep;
    private final TsdbThreads threads;

    private TsdbStorage(
            TsdbSettings settings,
            Disk disk,
            Clock clock,
            DirectoryLock lock,
            Head head,
            BlockStore blocks,
            Optional<String> directoryError) {
        this.settings = settings;
        this.disk = disk;
        this.lock = lock;
        this.head = head;
        this.blocks = blocks;
        this.threads = new TsdbThreads();
        this.upkeep = new Upkeep(
                head,
                blocks,
                readers,
                clock,
                () -> disk.free(settings.directory()),
                threads::isStopping,
                () -> DataDirectory.complete(disk, settings.directory()),
                directoryError.orElse(null));
    }

    /**
     * Opens a data directory, which is made if there is none, puts back what the log has, and begins to work.
     *
     * @throws StorageException if the directory is in use, is not one of ours, is of another format, or cannot be read
     */
    public static TsdbStorage open(TsdbSettings settings, Clock clock) {
        Disk disk = Disk.real();
        try {
            DataDirectory.prepare(disk, settings.directory());
        } catch (IOException e) {
            throw unusable(settings.directory(), e);
        }
        DirectoryLock lock = DirectoryLock.take(settings.directory());
        try {
            TsdbStorage storage = open(settings, disk, clock, lock);
            storage.threads.start(settings.sync(), storage::sync, storage.upkeep::tend, storage.upkeep::merge);
            return storage;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Opens a directory of any disk, without threads: see {@link #tend} and {@link #merge}. */
    static TsdbStorage open(TsdbSettings settings, Disk disk, Clock clock, DirectoryLock lock) {
        try {
            Optional<String> directoryError = DataDirectory.prepare(disk, settings.directory());
            BlockStore blocks = BlockStore.open(
                    disk, settings.directory().resolve(DataDirectory.BLOCKS), clock, settings.retention());
            Head head = Head.open(disk, settings.head(), clock);
            tell(settings.directory(), head.report());
            return new TsdbStorage(settings, disk, clock, lock, head, blocks, directoryError);
        } catch (IOException e) {
            throw unusable(settings.directory(), e);
        }
    }

    private static StorageException unusable(Path directory, IOException e) {
        return new StorageException("data directory " + directory + ": cannot be used: " + e.getMessage(), e);
    }

    private static void tell(Path directory, HeadReport report) {
        report.problems().forEach(problem -> LOG.error("{}", problem));
        LOG.info(
                "data directory {}: {} series, {} chunks and {} samples put back in {} ms",
                directory,
                report.series(),
                report.chunks(),
                report.samples(),
                report.took().toMillis());
    }

    @Override
    public Appender appender(String writer) {
        return head.appender(writer);
    }

    @Override
    public Querier querier(long from, long to) {
        long entered = readers.enter();
        // The head first: what it hands over from now on is in the blocks that are asked for after it.
        HeadQueries queries = head.queries(from, to);
        List<Querier> queriers = new ArrayList<>();
        for (Block block : blocks.blocks()) {
            if (block.meta().overlaps(from, to)) {
                queriers.add(block.querier(from, to));
            }
        }
        queriers.add(new HeadQuerier(queries, () -> readers.leave(entered)));
        return new MergedQuerier(queriers);
    }

    /** The time of the oldest sample, or a little before, in milliseconds since the epoch; {@link Long#MAX_VALUE} if there is none. */
    public long oldest() {
        long inHead = head.oldestTime().orElse(Long.MAX_VALUE);
        return blocks.blocks().stream().mapToLong(block -> block.meta().from()).reduce(inHead, Math::min);
    }

    /** What is known about metric families, by name. */
    public Map<String, Metadata> metadata() {
        return head.metadata();
    }

    /** The log, for those who hand samples on. */
    public SampleLog log() {
        return head.log();
    }

    /**
     * Deletes the samples of {@code from <= time <= to} of the series that match, wherever they are. Samples that come later are not deleted; only at the very time of a deleted
     * sample of the newest hours none is taken ({@link io.klamm.storage.Outcome#DUPLICATE}). Their room is given back when their blocks are merged, or by {@link #cleanTombstones}.
     *
     * @return of how many series, each counted in every block that has it
     * @throws StorageException if it cannot be written down; then it may be done in part
     */
    public int deleteSeries(List<Matcher> matchers, long from, long to) {
        try {
            int inBlocks = blocks.delete(matchers, from, to);
            return inBlocks + head.delete(matchers, from, to);
        } catch (IOException e) {
            throw new StorageException("series cannot be deleted: " + e.getMessage(), e);
        }
    }

    /**
     * Writes every block again that has something deleted, without it.
     *
     * @return how many blocks
     * @throws StorageException if the disk fails
     */
    public int cleanTombstones() {
        try {
            return blocks.clean(threads::isStopping);
        } catch (IOException e) {
            throw new StorageException("blocks cannot be written again: " + e.getMessage(), e);
        }
    }

    /**
     * Puts everything that is in the store now into another directory, which becomes a data directory: blocks as hard links, the newest hours as blocks of their own. The directory must
     * be on the same disk, and new or empty.
     *
     * @throws StorageException if that is not so, or the disk fails
     */
    public void snapshot(Path target) {
        new Snapshot(disk, head, blocks).make(target);
    }

    /** What is in the store: how much, and which names and values have the most series. Reads all labels, so it is not for every minute. */
    public StoreAnalysis analyze(int limit) {
        return new Analyzer(head, blocks.blocks()).analyze(limit);
    }

    /** Reads every file and compares checksums. */
    public VerifyReport verify() {
        return new Verifier(head, blocks).verify();
    }

    /** What was found at the start. */
    public HeadReport startReport() {
        return head.report();
    }

    public TsdbStats stats() {
        List<Block> open = blocks.blocks();
        return new TsdbStats(
                head.stats(),
                open.size(),
                blocks.bytes(),
                open.stream().map(Block::meta).mapToLong(BlockMeta::samples).sum(),
                blocks.damaged().size(),
                blocks.damagedReads(),
                blocks.damage(),
                blocks.cut.get(),
                blocks.merged.get(),
                blocks.expired.get(),
                readers.count(),
                free());
    }

    private long free() {
        try {
            return disk.free(settings.directory());
        } catch (IOException e) {
            return -1;
        }
    }

    /** How the store fares: {@link ComponentStatus.State#ERROR} while the disk does not take what comes, {@code WARNING} while something is damaged or waits. */
    public ComponentStatus status() {
        return new StatusMaker(settings.directory().toString(), stats(), upkeep, head.report(), blocks.damaged())
                .make();
    }

    /** Makes everything written so far survive the machine; false if the disk failed. */
    public boolean sync() {
        return head.sync();
    }

    /** One round of the upkeep of the head, as the store's thread does it. */
    void tend() {
        upkeep.tend();
    }

    /** One round of merging and deleting blocks, as the store's thread does it. */
    void merge() {
        upkeep.merge();
    }

    /** Ends the threads, syncs the log, and lets go of the directory. Appenders and queriers must not be used any more. Safe twice. */
    @Override
    public void close() {
        threads.close();
        head.close();
        lock.close();
    }
}
