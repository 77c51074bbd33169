package io.klamm.lab.cluster;

import io.klamm.lab.LabException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** Keeps commands on one data directory apart, whichever processes they run in; the operating system lets it go when its holder dies. */
final class DirLock implements AutoCloseable {

    private final FileChannel channel;

    private DirLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, waiting for at most {@code patience}; then throws {@link LabException}. */
    static DirLock take(Layout layout, Duration patience) {
        Path file = layout.commandLock();
        try {
            Files.createDirectories(layout.dir());
            // One channel for all tries: closing any channel on the file would let go a lock that this process holds
            // through another.
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (Await.until(patience, () -> locked(channel))) {
                return new DirLock(channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new LabException("lock: " + file + " cannot be opened: " + e.getMessage(), e);
        }
        throw new LabException("data directory: another lab command is at work in " + layout.dir()
                + " (expected: one at a time; try again when it is done)");
    }

    private static boolean locked(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw new LabException("lock: cannot be taken: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LabException("lock: cannot be let go: " + e.getMessage(), e);
        }
    }
}
