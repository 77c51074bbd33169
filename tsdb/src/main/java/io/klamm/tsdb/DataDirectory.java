package io.klamm.tsdb;

import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.Disk;
import io.klamm.tsdb.files.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
     * Makes the directory what it has to be, if it is not yet.
     *
     * @return why it could not be made so, if it is there all the same: {@link #complete} is to be tried again; empty if all is well
     * @throws StorageException if it is not one of ours, or of a later format
     * @throws IOException if it cannot be read, or there is none and none can be made
     */
    static Optional<String> prepare(Disk disk, Path directory) throws IOException {
        Path format = directory.resolve(FORMAT);
        if (disk.exists(format)) {
            checkVersion(directory, readVersion(disk, format));
        } else if (!isOurs(disk, directory)) {
            throw new StorageException("data directory " + directory
                    + ": holds files but none named format (expected: an empty directory, or one that Klamm made)");
        }
        try {
            complete(disk, directory);
            return Optional.empty();
        } catch (IOException e) {
            if (!disk.exists(directory)) {
                throw e;
            }
            LOGGER.error("data directory {} cannot be written: {}", directory, e.getMessage());
            return Optional.of("the directory cannot be written: " + e.getMessage());
        }
    }

    /** Whether a directory without a format is one of ours that could not be written whole, or empty. */
    private static boolean isOurs(Disk disk, Path directory) throws IOException {
        List<Path> entries = disk.list(directory);
        return Stream.of(BLOCKS, HEAD, LOG).allMatch(name -> entries.contains(directory.resolve(name)))
                || entries.stream().noneMatch(DataDirectory::isForeign);
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

    /** Makes what is missing, so that it survives the machine: first the directories, without which nothing can be kept. */
    static void complete(Disk disk, Path directory) throws IOException {
        Path above = existing(disk, directory);
        boolean made = false;
        for (String name : List.of(BLOCKS, HEAD, LOG)) {
            if (!disk.exists(directory.resolve(name))) {
                disk.createDirectories(directory.resolve(name));
                made = true;
            }
        }
        // A format that is not there yet may mean that an earlier attempt made directories and could not sync them.
        if (made || !disk.exists(directory.resolve(FORMAT))) {
            disk.syncDirectory(directory);
            syncAbove(disk, directory, above);
        }
        boolean written = writeOnce(disk, directory.resolve(README), EXPLANATION);
        written |= writeOnce(disk, directory.resolve(FORMAT), VERSION + "\n");
        if (written) {
            disk.syncDirectory(directory);
        }
    }

    /** The nearest directory above one that was there before. */
    private static Path existing(Disk disk, Path directory) throws IOException {
        Path above = directory.toAbsolutePath().getParent();
        while (above != null && !disk.exists(above) && above.getParent() != null) {
            above = above.getParent();
        }
        return above == null ? directory : above;
    }

    private static void syncAbove(Disk disk, Path directory, Path last) throws IOException {
        Path above = directory.toAbsolutePath().getParent();
        while (above != null) {
            disk.syncDirectory(above);
            above = above.equals(last) ? null : above.getParent();
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
