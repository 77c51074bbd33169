package io.klamm.tsdb.wal;

import io.klamm.storage.StorageException;
import io.klamm.storage.log.LogPosition;
import io.klamm.tsdb.files.ByteReader;
import io.klamm.tsdb.files.ByteWriter;
import io.klamm.tsdb.files.Checksum;
import io.klamm.tsdb.files.Disk;
import io.klamm.tsdb.files.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For whom the log is kept, and from where on: the file {@code readers} beside the segments, written anew whenever a reader enters another segment. Safe from any thread.
 *
 * <p>A file that is lost or old only means that more or less is kept than was asked for; where a reader goes on is its own knowledge.
 */
final class LogReaders {

    private static final Logger LOG = LoggerFactory.getLogger(LogReaders.class);
    private static final int MOST_BYTES = 1 << 20;

    private final Disk disk;
    private final Path directory;
    private final Map<String, LogPosition> positions = new TreeMap<>();
    private final Map<String, Long> lost = new HashMap<>();
    private @Nullable String problem;

    LogReaders(Disk disk, Path directory) {
        this.disk = disk;
        this.directory = directory;
    }

    private Path path() {
        return directory.resolve("readers");
    }

    /** What was wrong with the file at the start; null if nothing was. */
    synchronized @Nullable String problem() {
        return problem;
    }

    synchronized void load() {
        try {
            if (disk.exists(path())) {
                read();
            }
        } catch (IOException | StorageException e) {
            positions.clear();
            problem = path() + ": " + e.getMessage() + " (nothing is kept for readers until they come again)";
        }
    }

    private void read() throws IOException {
        try (DiskFile file = disk.openToRead(path())) {
            int size = (int) Math.min(MOST_BYTES, file.size());
            ByteBuffer bytes = ByteBuffer.allocate(size);
            file.read(bytes, 0);
            ByteReader in = new ByteReader(bytes.flip());
            if (size < Integer.BYTES || in.getInt() != Checksum.of(bytes, Integer.BYTES, size - Integer.BYTES)) {
                throw new StorageException("its checksum is wrong");
            }
            for (int left = in.getCount(size); left > 0; left--) {
                positions.put(in.getText(), new LogPosition(in.getVarint(), in.getVarint()));
            }
        }
    }

    private void write() {
        ByteWriter out = new ByteWriter();
        out.putInt(0);
        out.putVarint(positions.size());
        positions.forEach((name, position) -> {
            out.putText(name);
            out.putVarint(position.segment());
            out.putVarint(position.offset());
        });
        out.setInt(0, Checksum.of(out.array(), Integer.BYTES, out.size() - Integer.BYTES));
        Path made = directory.resolve("readers.tmp");
        try {
            disk.createDirectories(directory);
            disk.delete(made);
            try (DiskFile file = disk.create(made)) {
                file.write(out.toBuffer());
                file.sync();
            }
            disk.rename(made, path());
            disk.syncDirectory(directory);
        } catch (IOException e) {
            LOG.warn("log: {} cannot be written: {}", path(), e.getMessage());
        }
    }

    synchronized void keepFrom(String reader, LogPosition position) {
        LogPosition before = positions.put(reader, position);
        if (before == null || before.segment() != position.segment()) {
            write();
        }
    }

    synchronized void forget(String reader) {
        lost.remove(reader);
        if (positions.remove(reader) != null) {
            write();
        }
    }

    synchronized Map<String, LogPosition> positions() {
        return Map.copyOf(positions);
    }

    /** The first segment that somebody needs. */
    synchronized long first() {
        return positions.values().stream().mapToLong(LogPosition::segment).min().orElse(Long.MAX_VALUE);
    }

    /** Notes that a segment was deleted which some readers had not read. */
    synchronized void lose(long segment, long bytes) {
        positions.forEach((reader, position) -> {
            if (position.segment() <= segment) {
                long read = position.segment() == segment ? position.offset() : 0;
                lost.merge(reader, Math.max(0, bytes - read), Long::sum);
            }
        });
    }

    synchronized long lost(String reader) {
        return lost.getOrDefault(reader, 0L);
    }

    synchronized long lost() {
        return lost.values().stream().mapToLong(Long::longValue).sum();
    }
}
