package io.klamm.tsdb;

import io.klamm.storage.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** That this process alone uses a data directory: a lock of the operating system, which is gone with the process, however it ends. The file names the process. */
final class DirectoryLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryLock.class);

    /** Begins the name of the system property that says in this process which directories it has locked. */
    private static final String PROPERTY = "klamm.tsdb.locked.";

    private final @Nullable FileChannel channel;
    private final String property;

    private DirectoryLock(@Nullable FileChannel channel, String property) {
        this.channel = channel;
        this.property = property;
    }

    /** No lock, for a disk that is not the machine's. */
    static DirectoryLock none() {
        return new DirectoryLock(null, "");
    }

    /**
     * Takes the lock. On a disk that cannot be written there is none to take, and nobody who could do harm.
     *
     * <p>The system drops a process's lock when the process closes the file, however often it has opened it: so a second attempt in the same process must not even touch the file, and
     * is refused by a system property.
     *
     * @throws StorageException if somebody has it
     */
    static DirectoryLock take(Path directory) {
        Path file = directory.resolve(DataDirectory.LOCK).toAbsolutePath().normalize();
        String property = PROPERTY + file;
        if (System.getProperties().putIfAbsent(property, "") != null) {
            throw inUse(directory, "this process");
        }
        try {
            return new DirectoryLock(open(directory, file), property);
        } catch (StorageException e) {
            System.clearProperty(property);
            throw e;
        }
    }

    private static @Nullable FileChannel open(Path directory, Path file) {
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            LOG.error("{} cannot be locked: {}", file, e.toString());
            return null;
        }
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                name(channel);
                return channel;
            }
            close(channel);
        } catch (IOException e) {
            close(channel);
            throw new StorageException("data directory " + directory + ": cannot be locked: " + e.getMessage(), e);
        }
        throw inUse(directory, "process " + owner(file));
    }

    private static StorageException inUse(Path directory, String owner) {
        return new StorageException("data directory " + directory + ": in use by " + owner
                + " (expected: one process for a directory; stop that one, or choose another directory)");
    }

    private static void name(FileChannel channel) {
        try {
            String text = ProcessHandle.current().pid() + "\n";
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException e) {
            LOG.debug("the lock does not name its process: {}", e.toString());
        }
    }

    private static String owner(Path file) {
        try {
            String text = Files.readString(file).strip();
            return text.isEmpty() ? "(unknown)" : text;
        } catch (IOException e) {
            return "(unknown)";
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("the lock's file does not close: {}", e.toString());
        }
    }

    @Override
    public void close() {
        if (channel != null) {
            close(channel);
        }
        if (!property.isEmpty()) {
            System.clearProperty(property);
        }
    }
}
