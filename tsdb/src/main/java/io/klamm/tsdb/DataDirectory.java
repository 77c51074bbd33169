package io.klamm.tsdb;

import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.Disk;
import io.klamm.tsdb.files.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory of a store: what lies in it, and in which format. */
final class DataDirectory {

    static final String BLOCKS = "blocks";
    static final String HEAD = "head";
    static final String LOG = "wal";
    static final String LOCK = "lock";
    private static final String FORMAT = "format";
    private static final String README = "README";

    private static final Logger LOGGER = LoggerFactory.getLogger(DataDirectory.class);
    private static final int VERSION = 1;
    private static final int MOST_DIGITS = 16;
    private static final String EXPLANATION = """
            The time series of Klamm. FORMAT.md of the module tsdb describes the files.
            format  the version of all of this
            lock    held by the process that uses the directory
            wal     the log of what was written lately
            head    chunks that are not in blocks yet
            blocks  everything older, one directory a block; those that end in .damaged could not be read and may be deleted
            To keep a copy, ask for a snapshot, or copy everything while no process uses it.
            """;

    private DataDirectory() {}

    /**
     * Makes the directory what it has to be, if it is not yet. A disk that cannot be written is told to the log, and costs nothing else where the directory is there.
     *
     * @throws StorageException if it is not one of ours, or of a later format
     * @throws IOException if it cannot be read
     */
    static void prepare(Disk disk, Path directory) throws IOException {
        Path format = directory.resolve(FORMAT);
        if (disk.exists(format)) {
            checkVersion(directory, readVersion(disk, format));
        } else if (disk.list(directory).stream().anyMatch(DataDirectory::isForeign)) {
            throw new StorageException("data directory " + directory
                    + ": holds files but none named format (expected: an empty directory, or one that Klamm made)");
        }
        try {
            make(disk, directory);
        } catch (IOException e) {
            if (!disk.exists(directory)) {
                throw e;
            }
            LOGGER.error("data directory {} cannot be written: {}", directory, e.getMessage());
        }
    }

    private static boolean isForeign(Path entry) {
        return !List.of(LOCK, README, README + ".tmp", FORMAT + ".tmp", BLOCKS, HEAD, LOG, "lost+found")
                .contains(String.valueOf(entry.getFileName()));
    }

    private static void checkVersion(Path directory, String version) {
        if (!version.equals(String.valueOf(VERSION))) {
            throw new StorageException("data directory " + directory + ": format " + version + " (expected: " + VERSION
                    + "; another version of Klamm made it)");
        }
    }

    private static String readVersion(Disk disk, Path format) throws IOException {
        try (DiskFile file = disk.openToRead(format)) {
            ByteBuffer bytes = ByteBuffer.allocate(MOST_DIGITS);
            file.read(bytes, 0);
            return StandardCharsets.UTF_8.decode(bytes.flip()).toString().strip();
        }
    }

    private static void make(Disk disk, Path directory) throws IOException {
        boolean made = false;
        for (String name : List.of(BLOCKS, HEAD, LOG)) {
            if (!disk.exists(directory.resolve(name))) {
                disk.createDirectories(directory.resolve(name));
                made = true;
            }
        }
        made |= writeOnce(disk, directory.resolve(README), EXPLANATION);
        made |= writeOnce(disk, directory.resolve(FORMAT), VERSION + "\n");
        if (made) {
            disk.syncDirectory(directory);
            Path parent = directory.toAbsolutePath().getParent();
            if (parent != null) {
                disk.syncDirectory(parent);
            }
        }
    }

    private static boolean writeOnce(Disk disk, Path path, String text) throws IOException {
        if (disk.exists(path)) {
            return false;
        }
        Path unfinished = path.resolveSibling(path.getFileName() + ".tmp");
        disk.delete(unfinished);
        try (DiskFile file = disk.create(unfinished)) {
            file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            file.sync();
        }
        disk.rename(unfinished, path);
        return true;
    }
}
