package io.klamm.tsdb.block;

import io.klamm.tsdb.files.ByteWriter;
import io.klamm.tsdb.files.Disk;
import io.klamm.tsdb.files.FileBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes chunks into files of limited length, one behind the other, each with its checksum. For one thread. */
final class SegmentsWriter implements Closeable {

    private final Disk disk;
    private final Path directory;
    private final long segmentBytes;
    private final Map<String, Long> lengths;
    private @Nullable FileBuilder file;
    private int segment = -1;

    /**
     * A writer without any file yet.
     *
     * @param lengths gets the length of each file that is done
     */
    SegmentsWriter(Disk disk, Path directory, long segmentBytes, Map<String, Long> lengths) {
        this.disk = disk;
        this.directory = directory;
        this.segmentBytes = segmentBytes;
        this.lengths = lengths;
    }

    /** Makes room for the next chunk: a new file where the last is long enough. To be called before {@link #segment}, {@link #offset} and {@link #put}. */
    void prepare() throws IOException {
        FileBuilder current = file;
        if (current != null && current.position() < segmentBytes) {
            return;
        }
        endFile();
        segment++;
        FileBuilder next = new FileBuilder(disk.create(directory.resolve(BlockFiles.segment(segment))));
        file = next;
        ByteWriter head = new ByteWriter();
        head.putLong(BlockFiles.CHUNKS_MAGIC);
        next.put(head);
    }

    int segment() {
        return segment;
    }

    int offset() {
        return (int) current().position();
    }

    /** Puts a chunk that ends in its checksum. */
    void put(ByteWriter chunk) throws IOException {
        current().put(chunk);
    }

    private FileBuilder current() {
        FileBuilder current = file;
        if (current == null) {
            throw new IllegalStateException("no file (expected: prepare first)");
        }
        return current;
    }

    private void endFile() throws IOException {
        FileBuilder current = file;
        if (current != null) {
            current.sync();
            lengths.put(BlockFiles.segment(segment), current.position());
            current.close();
            file = null;
        }
    }

    /** Makes everything survive the machine. */
    void finish() throws IOException {
        endFile();
    }

    @Override
    public void close() throws IOException {
        FileBuilder current = file;
        if (current != null) {
            current.close();
        }
    }
}
