package io.klamm.tsdb.wal;

import io.klamm.tsdb.files.ByteReader;
import io.klamm.tsdb.files.ByteWriter;
import io.klamm.tsdb.files.Disk;
import io.klamm.tsdb.files.DiskFile;
import java.io.IOException;
import java.nio.file.Path;

/** A segment that was begun by this process: its file, and the bytes of it that are not known to be synced. Guarded by its {@link Wal}, but for {@link #syncFile}. */
final class Segment {

    static final int VERSION = 1;

    private final Disk disk;
    private final Path directory;
    private final DiskFile file;
    private final boolean remember;
    private final long number;
    private long written;
    private boolean named;

    private ByteWriter unsynced = new ByteWriter();
    private ByteWriter syncing = new ByteWriter();
    private long syncTarget;

    private Segment(Disk disk, Path directory, DiskFile file, long number, boolean remember) {
        this.disk = disk;
        this.directory = directory;
        this.file = file;
        this.number = number;
        this.remember = remember;
    }

    /**
     * Makes the file.
     *
     * @param remember whether bytes that are not synced are to be kept in memory, to be written elsewhere if a sync fails
     */
    static Segment create(Disk disk, Path directory, long number, boolean remember) throws IOException {
        Path path = SegmentFiles.path(directory, number);
        return new Segment(disk, directory, disk.create(path), number, remember);
    }

    /** The first record. */
    static void writeHeader(ByteWriter out, long number) {
        RecordWriter records = new RecordWriter(out);
        records.begin(RecordType.FILE);
        out.putVarint(VERSION);
        out.putText("wal");
        out.putVarint(number);
        records.end();
    }

    /** Refuses a file that a later version wrote. */
    static void checkHeader(ByteReader in) throws IOException {
        long version = in.getVarint();
        if (version > VERSION) {
            throw new IOException("format " + version + " (expected: " + VERSION + "; a later version wrote it)");
        }
    }

    long number() {
        return number;
    }

    /** How many bytes were written whole. */
    long written() {
        return written;
    }

    void write(ByteWriter bytes) throws IOException {
        file.write(bytes.toBuffer());
        written += bytes.size();
        if (remember) {
            unsynced.putBytes(bytes.array(), 0, bytes.size());
        }
    }

    boolean dirty() {
        return !named || syncTarget < written;
    }

    int unsyncedBytes() {
        return unsynced.size() + syncing.size();
    }

    /** Sets aside the bytes that the next {@link #syncFile} is about; not while one runs. */
    void beginSync() {
        ByteWriter empty = syncing;
        syncing = unsynced;
        unsynced = empty;
        syncTarget = written;
    }

    /** Makes the file survive the machine, and its name. */
    void syncFile() throws IOException {
        file.sync();
        if (!named) {
            disk.syncDirectory(directory);
            named = true;
        }
    }

    /** Up to where the file is synced. */
    long endSync() {
        syncing.clear();
        return syncTarget;
    }

    /** The bytes of which nobody knows whether they are on the disk, oldest first. */
    void giveUnsynced(ByteWriter into) {
        into.putBytes(syncing.array(), 0, syncing.size());
        into.putBytes(unsynced.array(), 0, unsynced.size());
        syncing.clear();
        unsynced.clear();
    }

    void close() throws IOException {
        file.close();
    }
}
