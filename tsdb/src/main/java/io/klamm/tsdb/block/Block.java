package io.klamm.tsdb.block;

import io.klamm.storage.Matcher;
import io.klamm.storage.Querier;
import io.klamm.storage.Queryable;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.chunk.TimeColumn;
import io.klamm.tsdb.files.ByteReader;
import io.klamm.tsdb.files.Checksum;
import io.klamm.tsdb.files.Disk;
import io.klamm.tsdb.index.IndexFile;
import io.klamm.tsdb.index.LabelIndex;
import io.klamm.tsdb.index.MatcherPlanner;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

/**
 * A block on disk, mapped. Its index, and the directory of its times, were whole when it was opened; chunks and columns of times are checked whenever they are read, and one that is damaged costs its own
 * samples only.
 *
 * <p>Nothing needs to be closed: a block may be deleted while somebody reads it, and its bytes go when the last reader is collected. Safe from any thread.
 */
public final class Block implements Queryable {

    private final Disk disk;
    private final Path directory;
    private final BlockMeta meta;
    private final IndexFile index;
    private final Times times;
    private final ByteBuffer[] segments;
    private final MatcherPlanner planner = new MatcherPlanner();
    private final Damage damage = new Damage();
    private volatile Tombstones tombstones;

    private Block(
            Disk disk,
            Path directory,
            BlockMeta meta,
            IndexFile index,
            Times times,
            ByteBuffer[] segments,
            Tombstones tombstones) {
        this.disk = disk;
        this.directory = directory;
        this.meta = meta;
        this.index = index;
        this.times = times;
        this.segments = segments;
        this.tombstones = tombstones;
    }

    /**
     * Opens a block.
     *
     * @throws StorageException if a file is missing, cut short, damaged or of a version not known
     * @throws IOException if the disk failed, which says nothing about the block
     */
    public static Block open(Disk disk, Path directory) throws IOException {
        String name = "block " + directory.getFileName();
        try {
            BlockMeta meta = readMeta(disk, directory);
            checkLengths(disk, directory, meta);
            IndexFile index = IndexFile.open(disk.map(directory.resolve(BlockFiles.INDEX)));
            if (index.size() != meta.series()) {
                throw new StorageException("index: " + index.size() + " series (expected: " + meta.series() + ")");
            }
            return new Block(
                    disk,
                    directory,
                    meta,
                    index,
                    Times.open(disk.map(directory.resolve(BlockFiles.TIMES))),
                    mapSegments(disk, directory, meta),
                    TombstonesFile.read(disk, directory));
        } catch (StorageException e) {
            throw new StorageException(name + ": " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new StorageException(name + ": no file " + e.getFile(), e);
        } catch (InternalError e) {
            throw new IOException(name + ": a mapped file cannot be read", e);
        }
    }

    private static BlockMeta readMeta(Disk disk, Path directory) throws IOException {
        ByteBuffer file = disk.map(directory.resolve(BlockFiles.META));
        byte[] text = new byte[file.remaining()];
        file.get(text);
        BlockMeta meta = BlockMetaText.read(text);
        if (!directory.endsWith(meta.id().text())) {
            throw new StorageException("meta: of block " + meta.id() + " (expected: " + directory.getFileName() + ")");
        }
        return meta;
    }

    private static void checkLengths(Disk disk, Path directory, BlockMeta meta) throws IOException {
        for (Map.Entry<String, Long> file : meta.files().entrySet()) {
            long length = disk.size(directory.resolve(file.getKey()));
            if (length != file.getValue()) {
                throw new StorageException(
                        file.getKey() + ": " + length + " bytes (expected: " + file.getValue() + ")");
            }
        }
    }

    private static ByteBuffer[] mapSegments(Disk disk, Path directory, BlockMeta meta) throws IOException {
        List<String> names =
                meta.files().keySet().stream().filter(BlockFiles::isSegment).toList();
        ByteBuffer[] segments = new ByteBuffer[names.size()];
        for (int i = 0; i < segments.length; i++) {
            segments[i] = disk.map(directory.resolve(names.get(i)));
            BlockFiles.checkMagic(names.get(i), new ByteReader(segments[i]).getLong(), BlockFiles.CHUNKS_MAGIC);
        }
        return segments;
    }

    public BlockMeta meta() {
        return meta;
    }

    /** What of it could not be read since it was opened. */
    public Damage damage() {
        return damage;
    }

    /** Its labels and series. */
    public LabelIndex index() {
        return index;
    }

    /** How many series have something deleted; with the number of series this tells whether it is worth writing the block again without. */
    public int deletions() {
        return tombstones.size();
    }

    @Override
    public Querier querier(long from, long to) {
        return new BlockQuerier(this, Math.max(from, meta.from()), Math.min(to, meta.to()));
    }

    /**
     * Deletes the samples of a span of time, both ends included, of the series that match. They are not seen any more, in a restart neither; their room is given back when the block is merged.
     *
     * @return of how many series
     * @throws IOException if it cannot be written down; then nothing is deleted
     */
    public synchronized int delete(List<Matcher> matchers, long from, long to) throws IOException {
        ImmutableRoaringBitmap series = planner.select(index, matchers);
        if (series.isEmpty() || !meta.overlaps(from, to)) {
            return 0;
        }
        Tombstones more = tombstones.with(series, Math.max(from, meta.from()), Math.min(to, meta.to()));
        TombstonesFile.write(disk, directory, more);
        tombstones = more;
        return series.getCardinality();
    }

    /** Reads everything and says what is damaged; empty if nothing is. */
    public List<String> verify() {
        return new BlockVerifier(this).verify();
    }

    IndexFile indexFile() {
        return index;
    }

    MatcherPlanner planner() {
        return planner;
    }

    Times times() {
        return times;
    }

    Tombstones tombstones() {
        return tombstones;
    }

    /** A column of times; {@link StorageException} if it is damaged. */
    TimeColumn column(int number) {
        try {
            return times.column(number);
        } catch (StorageException e) {
            throw new StorageException("block " + meta.id() + ": " + e.getMessage(), e);
        } catch (InternalError e) {
            throw unreadable(BlockFiles.TIMES, e);
        }
    }

    /** Copies a chunk, with its checksum; {@link StorageException} if it is damaged. */
    byte[] copy(ChunkMeta chunk, byte[] into) {
        String place = "block " + meta.id() + ", " + BlockFiles.segment(chunk.segment()) + " at " + chunk.offset();
        int length = chunk.length() + Integer.BYTES;
        if (chunk.segment() >= segments.length || chunk.offset() > segments[chunk.segment()].limit() - length) {
            throw new StorageException(place + ": no such chunk");
        }
        byte[] bytes = length + Long.BYTES > into.length ? new byte[2 * length + Long.BYTES] : into;
        try {
            segments[chunk.segment()].get(chunk.offset(), bytes, 0, length);
        } catch (InternalError e) {
            throw unreadable(BlockFiles.segment(chunk.segment()), e);
        }
        int checksum = new ByteReader(bytes).at(chunk.length(), Integer.BYTES).getInt();
        if (Checksum.of(bytes, 0, chunk.length()) != checksum) {
            throw new StorageException(place + ": wrong checksum");
        }
        return bytes;
    }

    /** The system could not give a page of a mapped file: the disk failed, or somebody cut the file. */
    StorageException unreadable(String file, InternalError cause) {
        return new StorageException("block " + meta.id() + ": " + file + " cannot be read", cause);
    }
}
