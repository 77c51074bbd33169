package io.klamm.tsdb.head;

import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.ByteWriter;
import io.klamm.tsdb.files.Disk;
import io.klamm.tsdb.files.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of sealed chunks, {@code 00000012.chunks}: written once, then read through a memory map. Until it is saved, its bytes are on the heap. The layout is in {@link ChunkFileWriter}.
 * Safe from any thread.
 */
final class ChunkFile {

    private static final int LENGTH_BITS = 20;

    private final Path path;
    private volatile ByteBuffer bytes;
    private volatile @Nullable ByteWriter unsaved;
    private volatile long lastTime;

    private ChunkFile(Path path, ByteBuffer bytes, @Nullable ByteWriter unsaved, long lastTime) {
        this.path = path;
        this.bytes = bytes;
        this.unsaved = unsaved;
        this.lastTime = lastTime;
    }

    /** A file that is yet to be saved. */
    static ChunkFile unsaved(Path path, ByteWriter content, long lastTime) {
        return new ChunkFile(path, content.toBuffer(), content, lastTime);
    }

    /** A file that is there. */
    static ChunkFile saved(Path path, ByteBuffer mapped) {
        return new ChunkFile(path, mapped, null, Long.MIN_VALUE);
    }

    static Path path(Path directory, long number) {
        return directory.resolve(String.format("%08d.chunks", number));
    }

    /** Where a chunk lies, in one number. */
    static long place(long offset, int length) {
        if (length >= 1 << LENGTH_BITS) {
            throw new IllegalArgumentException("chunk: " + length + " bytes (expected: less than 1 MiB)");
        }
        return offset << LENGTH_BITS | length;
    }

    static int length(long place) {
        return (int) place & ((1 << LENGTH_BITS) - 1);
    }

    /** Copies the bytes of a chunk. */
    void read(long place, byte[] into) {
        int offset = (int) (place >>> LENGTH_BITS);
        int length = length(place);
        ByteBuffer source = bytes;
        if (offset + length > source.limit()) {
            throw new StorageException(path + ": ends before byte " + (offset + length));
        }
        source.get(offset, into, 0, length);
    }

    Path path() {
        return path;
    }

    int size() {
        return bytes.limit();
    }

    /** The newest time of a sample in it. */
    long lastTime() {
        return lastTime;
    }

    /** Notes that there is a sample of this time. */
    void see(long time) {
        lastTime = Math.max(lastTime, time);
    }

    boolean isSaved() {
        return unsaved == null;
    }

    /** Writes the file, makes it survive the machine, and lets go of the heap. */
    void save(Disk disk) throws IOException {
        ByteWriter content = unsaved;
        if (content == null) {
            return;
        }
        Path directory = path.resolveSibling("");
        Path made = path.resolveSibling(path.getFileName() + ".tmp");
        disk.createDirectories(directory);
        disk.delete(made);
        try (DiskFile file = disk.create(made)) {
            file.write(content.toBuffer());
            file.sync();
        }
        disk.rename(made, path);
        disk.syncDirectory(directory);
        bytes = disk.map(path).order(ByteOrder.LITTLE_ENDIAN);
        unsaved = null;
    }
}
