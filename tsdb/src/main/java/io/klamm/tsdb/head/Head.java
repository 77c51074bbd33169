package io.klamm.tsdb.head;

import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.storage.Appender;
import io.klamm.storage.Appenders;
import io.klamm.storage.Matcher;
import io.klamm.storage.log.SampleLog;
import io.klamm.tsdb.block.SeriesSink;
import io.klamm.tsdb.files.Disk;
import io.klamm.tsdb.wal.ReplayReport;
import io.klamm.tsdb.wal.Wal;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

/**
 * The newest hours: takes batches, keeps them in memory and in the log, seals them into chunk files, and gives them to blocks.
 *
 * <p>Appenders and readers come from any thread. What seals, cuts and removes is for one maintenance thread.
 */
public final class Head implements Appenders, AutoCloseable {

    private static final int PORTION = 4096;

    private final HeadState state;
    private final Committer committer;
    private final ChunkFiles files;
    private final Sealer sealer;
    private final Truncator truncator;
    private final HeadReport report;

    private Head(HeadState state, Committer committer, ChunkFiles files, HeadReport report) {
        this.state = state;
        this.committer = committer;
        this.files = files;
        this.sealer = new Sealer(state, files);
        this.truncator = new Truncator(state, files);
        this.report = report;
    }

    /**
     * Puts back what the chunk files and the log have. What is damaged is left out, and told in the {@link #report}.
     *
     * @throws IOException if the directories cannot be read at all
     */
    public static Head open(Disk disk, HeadSettings settings, Clock clock) throws IOException {
        long start = System.nanoTime();
        HeadState state = new HeadState(settings, disk, clock);
        Committer committer = new Committer(state);
        ChunkFiles files = new ChunkFiles(disk, settings.directory());
        Wal wal = Wal.open(disk, settings.log(), clock, committer);
        state.use(wal);
        ChunkFileLoader loader = new ChunkFileLoader(state, disk);
        loader.load(files, files.find());
        HeadReplay replay = new HeadReplay(state);
        ReplayReport log = wal.replay(replay);
        replay.endSegment();
        HeadSeries[] all = state.all();
        for (HeadSeries series : all) {
            Late late = series.late;
            state.newest =
                    Math.max(state.newest, late == null ? series.lastTime : Math.max(series.lastTime, late.lastTime()));
        }
        List<String> problems = new ArrayList<>(loader.problems());
        problems.addAll(log.problems());
        HeadReport report = new HeadReport(
                all.length,
                loader.chunks(),
                replay.put(),
                replay.lost() + loader.lostChunks(),
                log,
                problems,
                Duration.ofNanos(System.nanoTime() - start));
        Head head = new Head(state, committer, files, report);
        if (state.cut > Long.MIN_VALUE) {
            head.truncator.removeBefore(state.cut);
        }
        return head;
    }

    /** What was found at the start. */
    public HeadReport report() {
        return report;
    }

    @Override
    public Appender appender(String writer) {
        return new HeadAppender(state, committer, writer);
    }

    /** A reader of {@code from <= time <= to}. */
    public HeadQueries queries(long from, long to) {
        return new HeadQueries(state, from, to);
    }

    /** The log, for those who hand samples on. */
    public SampleLog log() {
        return state.log();
    }

    /** What is known about metric families, by name. */
    public Map<String, Metadata> metadata() {
        return Map.copyOf(state.metadata);
    }

    /** Makes everything written so far survive the machine; false if the disk failed. */
    public boolean sync() {
        return state.log().sync();
    }

    /** Writes to the log what waits for it, if the disk takes it again. */
    public void retryLog() {
        state.commits.lock();
        try {
            state.log().prepare();
        } finally {
            state.commits.unlock();
        }
    }

    /** Seals what is due, saves what could not be saved, and deletes the part of the log that is no longer needed. */
    public void seal() {
        files.saveRest();
        boolean everything = state.log().takeIncomplete();
        long needed = sealer.seal(everything);
        if (files.unsavedBytes() > state.settings.unsavedBytes()) {
            truncator.removeChunks(files.dropUnsaved(state.settings.unsavedBytes()));
        }
        state.log().deleteBefore(needed);
    }

    /** Seals everything there is. */
    public void sealAll() {
        files.saveRest();
        state.log().deleteBefore(sealer.seal(true));
    }

    /** The time at which the next block to be cut begins, if all that it will have is there and what was handed over before is removed. */
    public OptionalLong dueBlock() {
        if (state.removedBefore < state.cut) {
            return OptionalLong.empty();
        }
        OptionalLong oldest = oldestTime();
        if (oldest.isEmpty()) {
            return oldest;
        }
        long range = state.settings.blockRange().toMillis();
        long begin = Math.floorDiv(oldest.getAsLong(), range) * range;
        return state.now() - state.settings.acceptMillis() >= begin + range
                ? OptionalLong.of(begin)
                : OptionalLong.empty();
    }

    /** The time of the oldest sample. */
    public OptionalLong oldestTime() {
        long[] oldest = {Long.MAX_VALUE};
        Portions.each(state.all(), state.lock.readLock(), PORTION, series -> {
            oldest[0] = Math.min(oldest[0], HeadView.firstTime(series));
        });
        return oldest[0] == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(oldest[0]);
    }

    /** A time not before the given one that no sample between the two is before; nothing if there is no sample from there on. */
    public OptionalLong timeFrom(long time) {
        long[] next = {Long.MAX_VALUE};
        Portions.each(state.all(), state.lock.readLock(), PORTION, series -> {
            next[0] = Math.min(next[0], HeadView.timeFrom(series, time));
        });
        return next[0] == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(next[0]);
    }

    /** Takes no more samples from before a time. */
    public void closeBefore(long time) {
        state.lock.writeLock().lock();
        try {
            state.floor = Math.max(state.floor, time);
        } finally {
            state.lock.writeLock().unlock();
        }
    }

    /**
     * Gives all samples of {@code from <= time <= to} to a block's writer; how many that were.
     *
     * @throws IOException if the sink throws it
     */
    public long feed(long from, long to, SeriesSink sink) throws IOException {
        return new BlockFeed(state, Math.max(from, state.cut), to).feed(sink);
    }

    /** Says that samples before a time are in blocks now, where new readers find them. */
    public void handOver(long time) {
        closeBefore(time);
        state.cut = Math.max(state.cut, time);
        committer.cut(state.cut);
    }

    /** Removes what is in blocks, and the series that have nothing else. Readers that were made before {@link #handOver} find an end. */
    public void removeHandedOver() {
        truncator.removeBefore(state.cut);
    }

    /**
     * Deletes the samples of {@code from <= time <= to} of the series that match; of how many series.
     *
     * <p>Samples that come later are not deleted, whatever their time.
     */
    public int delete(List<Matcher> matchers, long from, long to) {
        ImmutableRoaringBitmap numbers = state.index.select(matchers);
        List<HeadSeries> series = new ArrayList<>();
        state.commits.lock();
        try {
            state.lock.readLock().lock();
            try {
                for (IntIterator each = numbers.getIntIterator(); each.hasNext(); ) {
                    HeadSeries one = state.series(each.next());
                    if (one != null && HeadView.mayReach(one, from, to)) {
                        series.add(one);
                    }
                }
            } finally {
                state.lock.readLock().unlock();
            }
            committer.delete(series, from, to);
        } finally {
            state.commits.unlock();
        }
        return series.size();
    }

    /** The labels of all series. */
    public List<Labels> labels() {
        return Arrays.stream(state.all()).map(series -> series.labels).toList();
    }

    /** How much there is. Looks at every series and chunk. */
    public HeadContents contents() {
        return new HeadInspection(state, files).count();
    }

    /** Reads every sealed chunk; what is damaged, for a person. */
    public List<String> verifyChunks() {
        return new HeadInspection(state, files).verify();
    }

    /** Reads the whole log; what is damaged is among the problems. */
    public ReplayReport verifyLog() {
        return state.log().verify();
    }

    public HeadStats stats() {
        HeadCounters counters = state.counters;
        return new HeadStats(
                state.index.size(),
                counters.seriesCreated.sum(),
                counters.seriesRemoved.sum(),
                counters.appended.sum(),
                counters.late.sum(),
                counters.batches.sum(),
                counters.notLogged.sum(),
                counters.refused(),
                counters.chunksSealed.sum(),
                files.files().size(),
                files.bytes(),
                files.unsavedBytes(),
                counters.samplesDropped.sum(),
                counters.damagedChunks.sum(),
                state.cut,
                state.newest,
                state.log().stats(),
                files.lastError());
    }

    /** Syncs and closes the log; appenders must not be used any more. Safe twice. */
    @Override
    public void close() {
        state.commits.lock();
        try {
            state.log().close();
        } finally {
            state.commits.unlock();
        }
    }
}
