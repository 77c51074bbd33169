package io.klamm.tsdb.wal;

import io.klamm.storage.log.LogPosition;
import io.klamm.storage.log.LogTail;
import io.klamm.storage.log.SampleLog;
import io.klamm.tsdb.files.ByteWriter;
import io.klamm.tsdb.files.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of one store: segments that are only appended to, begun anew at every start, and deleted whole from the oldest on.
 *
 * <p>A write or sync that fails ends its segment, and all that is not known to be on the disk is written again into the next. Until one can be begun, which is tried
 * every second, records wait in memory. Nothing is ever cut off or overwritten.
 *
 * <p>Safe from any thread, but {@link #prepare} and the {@link #append} after it are one step of which its caller must allow only one at a time.
 */
public final class Wal implements SampleLog, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Wal.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    /** With so many bytes not yet synced, a commit waits for the disk: memory must not grow faster than it writes. */
    private static final int MOST_UNSYNCED = 64 << 20;

    private final Disk disk;
    private final WalSettings settings;
    private final Clock clock;
    private final SegmentState state;
    private final LogReaders readers;
    private final Object syncing = new Object();

    // The rest is guarded by this.
    private final NavigableSet<Long> segments;
    private long nextNumber;
    private @Nullable Segment current;
    private final Deque<Segment> retired = new ArrayDeque<>();
    private LogPosition end;
    private LogPosition synced = LogPosition.START;
    private int scope;

    /** Records from segments that failed: what they lean on was defined there, and must be again. */
    private final ByteWriter carried = new ByteWriter();
    /** Records that no segment has yet; they lean on nothing outside. */
    private final ByteWriter backlog = new ByteWriter();

    private Instant retryAt = Instant.MIN;
    private @Nullable Instant failingSince;
    private @Nullable String lastError;
    private boolean incomplete;
    private long appendedBytes;
    private long appendedSamples;
    private long syncs;
    private long writeFailures;
    private long syncFailures;
    private long droppedBytes;

    private Wal(Disk disk, WalSettings settings, Clock clock, SegmentState state, NavigableSet<Long> segments) {
        this.disk = disk;
        this.settings = settings;
        this.clock = clock;
        this.state = state;
        this.segments = segments;
        this.nextNumber = segments.isEmpty() ? 1 : segments.last() + 1;
        this.end = new LogPosition(nextNumber, 0);
        this.readers = new LogReaders(disk, settings.directory());
    }

    /**
     * Finds the segments of a directory. Nothing is written before the first {@link #prepare}.
     *
     * @throws IOException if the directory cannot be listed
     */
    public static Wal open(Disk disk, WalSettings settings, Clock clock, SegmentState state) throws IOException {
        NavigableSet<Long> segments = SegmentFiles.list(disk, settings.directory());
        Wal wal = new Wal(disk, settings, clock, state, segments);
        wal.readers.load();
        return wal;
    }

    /** Reads every segment that was there at the start. */
    public ReplayReport replay(LogHandler handler) {
        List<Long> found;
        synchronized (this) {
            found = new ArrayList<>(segments);
        }
        WalReplay replay = new WalReplay(disk, settings.directory(), handler);
        String problem = readers.problem();
        if (problem != null) {
            replay.problem(problem);
        }
        return replay.read(found);
    }

    /** Reads every segment as far as it is written, and says what is damaged. */
    public ReplayReport verify() {
        Map<Long, Long> extents = new TreeMap<>();
        synchronized (this) {
            segments.forEach(number -> extents.put(number, size(number)));
        }
        return new WalReplay(disk, settings.directory(), new Mentions()).check(extents);
    }

    /**
     * Makes ready for an {@link #append}: ends a segment that is full, begins one where there is none.
     *
     * @return a number that changes whenever records can no longer lean on definitions made before
     */
    public synchronized int prepare() {
        Segment full = current;
        if (full != null && full.written() >= settings.segmentBytes()) {
            retire(full);
        }
        if (current == null && !clock.instant().isBefore(retryAt)) {
            begin();
        }
        Segment healthy = current;
        if (healthy != null && carried.size() > 0) {
            writeCarried(healthy);
        }
        return scope;
    }

    /** Ends the segment, so that the next append begins another. */
    public synchronized void roll() {
        Segment segment = current;
        if (segment != null) {
            retire(segment);
        }
    }

    private void retire(Segment segment) {
        retired.add(segment);
        current = null;
        scope++;
    }

    private void begin() {
        long number = nextNumber++;
        try {
            disk.createDirectories(settings.directory());
            Segment segment = Segment.create(disk, settings.directory(), number, settings.sync() != SyncPolicy.NEVER);
            try {
                segment.write(beginning(number));
            } catch (IOException e) {
                abandon(segment);
                throw e;
            }
            current = segment;
            segments.add(number);
            end = new LogPosition(number, segment.written());
            carried.clear();
            backlog.clear();
            recovered();
        } catch (IOException e) {
            writeFailed(e);
        }
    }

    private ByteWriter beginning(long number) {
        LogEncoder encoder = new LogEncoder();
        state.begin(encoder);
        putCarried(encoder);
        encoder.append(backlog.array(), backlog.size());
        ByteWriter whole = new ByteWriter(encoder.finished().size() + 64);
        Segment.writeHeader(whole, number);
        whole.putBytes(encoder.finished().array(), 0, encoder.finished().size());
        return whole;
    }

    private void putCarried(LogEncoder encoder) {
        if (carried.size() > 0) {
            Mentions mentions = Mentions.in(carried);
            state.define(mentions.series(), mentions.writers(), encoder);
            encoder.append(carried.array(), carried.size());
        }
    }

    private void writeCarried(Segment segment) {
        LogEncoder encoder = new LogEncoder();
        putCarried(encoder);
        try {
            segment.write(encoder.finished());
            end = new LogPosition(segment.number(), segment.written());
            carried.clear();
        } catch (IOException e) {
            retire(segment);
            writeFailed(e);
        }
    }

    /** A segment with nothing in it that counts. */
    private void abandon(Segment segment) {
        try {
            segment.close();
            disk.delete(SegmentFiles.path(settings.directory(), segment.number()));
        } catch (IOException e) {
            LOG.debug("log: segment {} stays behind: {}", segment.number(), e.getMessage());
        }
    }

    /**
     * Writes records.
     *
     * @return whether they are written; else they wait in memory for the disk
     */
    public synchronized boolean append(LogEncoder records) {
        ByteWriter bytes = records.finished();
        appendedBytes += bytes.size();
        appendedSamples += records.samples();
        Segment segment = current;
        if (segment == null) {
            keep(backlog, bytes);
            return false;
        }
        try {
            segment.write(bytes);
            end = new LogPosition(segment.number(), segment.written());
            return true;
        } catch (IOException e) {
            retire(segment);
            writeFailed(e);
            keep(carried, bytes);
            return false;
        }
    }

    private void keep(ByteWriter where, ByteWriter bytes) {
        if ((long) carried.size() + backlog.size() + bytes.size() > settings.backlogBytes()) {
            droppedBytes += (long) carried.size() + backlog.size() + bytes.size();
            carried.clear();
            backlog.clear();
            incomplete = true;
            scope++;
        } else {
            where.putBytes(bytes.array(), 0, bytes.size());
        }
    }

    private void writeFailed(IOException e) {
        writeFailures++;
        retryAt = clock.instant().plus(RETRY);
        failed("cannot be written", e);
    }

    private void failed(String what, IOException e) {
        lastError = what + ": " + e.getMessage();
        if (failingSince == null) {
            failingSince = clock.instant();
            LOG.error("log {} {}; samples are kept in memory until it can", settings.directory(), lastError);
        }
    }

    private void recovered() {
        Instant since = failingSince;
        if (since != null) {
            LOG.info(
                    "log {} is written again, after {}",
                    settings.directory(),
                    Duration.between(since, clock.instant()));
            failingSince = null;
            lastError = null;
        }
    }

    /** Whether records were dropped since the last call because the disk took none for too long. Then only what is in chunk files and blocks is sure to be kept. */
    public synchronized boolean takeIncomplete() {
        boolean was = incomplete;
        incomplete = false;
        return was;
    }

    /** Whether a sync is due before more is appended. */
    public synchronized boolean crowded() {
        Segment segment = current;
        return segment != null && segment.unsyncedBytes() > MOST_UNSYNCED;
    }

    /**
     * Makes what was written up to a place survive the machine.
     *
     * @return false if the disk failed; the records are written again, and synced with a later call
     */
    public boolean syncTo(LogPosition position) {
        synchronized (syncing) {
            return synced().compareTo(position) >= 0 || (sync() && synced().compareTo(position) >= 0);
        }
    }

    private synchronized LogPosition synced() {
        return synced;
    }

    /**
     * Makes everything written so far survive the machine.
     *
     * @return false if the disk failed, or something still waits for it in memory
     */
    public boolean sync() {
        synchronized (syncing) {
            boolean all = true;
            for (Segment segment : beginSync()) {
                all &= sync(segment);
            }
            return all && !waits();
        }
    }

    private synchronized boolean waits() {
        return carried.size() + backlog.size() > 0;
    }

    private synchronized List<Segment> beginSync() {
        List<Segment> dirty = new ArrayList<>(retired);
        Segment segment = current;
        if (segment != null && segment.dirty()) {
            dirty.add(segment);
        }
        dirty.forEach(Segment::beginSync);
        return dirty;
    }

    private boolean sync(Segment segment) {
        try {
            segment.syncFile();
        } catch (IOException e) {
            syncFailed(segment, e);
            return false;
        }
        syncSucceeded(segment);
        return true;
    }

    private synchronized void syncSucceeded(Segment segment) {
        syncs++;
        synced = new LogPosition(segment.number(), segment.endSync());
        if (retired.remove(segment)) {
            close(segment);
        }
    }

    /** What the disk has of these bytes nobody knows: they are written again, elsewhere. */
    private synchronized void syncFailed(Segment segment, IOException e) {
        syncFailures++;
        failed("cannot be synced", e);
        ByteWriter unsynced = new ByteWriter();
        segment.giveUnsynced(unsynced);
        keep(carried, unsynced);
        if (segment == current) {
            current = null;
            scope++;
        }
        retired.remove(segment);
        close(segment);
    }

    private void close(Segment segment) {
        try {
            segment.close();
        } catch (IOException e) {
            LOG.debug("log: segment {} does not close: {}", segment.number(), e.getMessage());
        }
    }

    /** The number of the segment that the next record goes to, or a smaller one. */
    public synchronized long segment() {
        Segment segment = current;
        return segment != null ? segment.number() : nextNumber;
    }

    /** Deletes the segments before a number, but for those that named readers still need. */
    public synchronized void deleteBefore(long number) {
        long pinned = readers.first();
        long kept = 0;
        NavigableSet<Long> old = segments.headSet(Math.min(number, segment()), false);
        for (long each : new ArrayList<>(old.descendingSet())) {
            boolean wanted = each >= pinned;
            long size = wanted ? size(each) : 0;
            kept += size;
            if (!wanted || kept > settings.readerBytes()) {
                delete(each, size);
            }
        }
    }

    private void delete(long number, long missed) {
        try {
            disk.delete(SegmentFiles.path(settings.directory(), number));
            segments.remove(number);
            if (missed > 0) {
                readers.lose(number, missed);
                LOG.warn(
                        "log: segment {} deleted although not all of its readers are through: more than {} bytes are kept for them",
                        number,
                        settings.readerBytes());
            }
        } catch (IOException e) {
            LOG.warn("log: segment {} cannot be deleted: {}", number, e.getMessage());
        }
    }

    private long size(long number) {
        Segment segment = current;
        if (segment != null && segment.number() == number) {
            return segment.written();
        }
        try {
            return disk.size(SegmentFiles.path(settings.directory(), number));
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public LogTail tail(String reader, LogPosition from) {
        LogPosition begin = from;
        if (from.compareTo(end()) > 0) {
            LOG.warn(
                    "log: {} wants to go on at {}, but the log ends at {}: it begins with the oldest that there is",
                    reader,
                    from,
                    end());
            begin = LogPosition.START;
        }
        readers.keepFrom(reader, begin);
        return new WalTail(this, readers, reader, begin);
    }

    @Override
    public synchronized LogPosition end() {
        return end;
    }

    @Override
    public void forget(String reader) {
        readers.forget(reader);
    }

    @Override
    public Map<String, LogPosition> readers() {
        return readers.positions();
    }

    Disk disk() {
        return disk;
    }

    Path path(long number) {
        return SegmentFiles.path(settings.directory(), number);
    }

    /** The first segment of this number or a later one; 0 if there is none yet. */
    synchronized long segmentFrom(long number) {
        Long found = segments.ceiling(number);
        return found == null ? 0 : found;
    }

    /** How many bytes of a segment can be read, and whether it grows no more. */
    synchronized Extent extent(long number) throws IOException {
        Segment segment = current;
        if (segment != null && segment.number() == number) {
            return new Extent(segment.written(), false);
        }
        return new Extent(disk.size(path(number)), true);
    }

    /** What a segment has to read. */
    record Extent(long bytes, boolean finished) {}

    /** How many bytes there are from a place on. */
    synchronized long bytesFrom(LogPosition position) {
        long bytes = 0;
        for (long number : segments.tailSet(position.segment(), true)) {
            long skipped = number == position.segment() ? position.offset() : 0;
            bytes += Math.max(0, size(number) - skipped);
        }
        return bytes;
    }

    public synchronized WalStats stats() {
        long bytes = bytesFrom(LogPosition.START);
        return new WalStats(
                segments.size(),
                bytes,
                appendedBytes,
                appendedSamples,
                syncs,
                writeFailures,
                syncFailures,
                (long) carried.size() + backlog.size(),
                droppedBytes,
                readers.lost(),
                failingSince,
                lastError);
    }

    /** Writes what waits, syncs and closes the segments. Safe twice. */
    @Override
    public void close() {
        synchronized (syncing) {
            synchronized (this) {
                if (carried.size() + backlog.size() > 0) {
                    retryAt = Instant.MIN;
                    prepare();
                }
            }
            sync();
            synchronized (this) {
                retired.forEach(this::close);
                retired.clear();
                Segment segment = current;
                if (segment != null) {
                    close(segment);
                    current = null;
                }
            }
        }
    }
}
