package io.klamm.lag.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files of a journal as one log that is appended to: a new file every ten minutes, or when one has grown large, and after every error. Belongs to one
 * thread.
 */
final class SegmentedLog implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final long LARGEST = 64 << 20;

    private final JournalConfig config;
    private final Clock clock;
    private final JournalFiles files;
    private @Nullable FileChannel lockFile;
    private @Nullable SegmentWriter segment;
    private long beganMillis;
    private long olderBytes;

    SegmentedLog(JournalConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.files = new JournalFiles(config.directory());
    }

    /** Bytes of all files. */
    long bytes() {
        return olderBytes + (segment == null ? 0 : segment.size());
    }

    /** Writes and syncs; what went wrong, if anything did: then the next call begins a new file. */
    Optional<IOException> append(List<Entry> entries) {
        try {
            SegmentWriter current = segment();
            for (Entry entry : entries) {
                current.write(entry);
            }
            current.sync();
            return Optional.empty();
        } catch (IOException e) {
            abandon(e);
            return Optional.of(e);
        }
    }

    @Override
    public void close() throws IOException {
        SegmentWriter last = segment;
        segment = null;
        if (last != null) {
            last.close();
        }
        if (lockFile != null) {
            lockFile.close();
        }
    }

    private SegmentWriter segment() throws IOException {
        lock();
        long now = clock.millis();
        if (segment != null && (segment.size() > LARGEST || now - beganMillis > LONGEST.toMillis())) {
            segment.close();
            segment = null;
        }
        if (segment == null) {
            segment = begin(now);
        }
        return segment;
    }

    private SegmentWriter begin(long now) throws IOException {
        Path file = files.next(now);
        SegmentWriter writer = create(file);
        beganMillis = now;
        olderBytes = files.expire(now - config.keep().toMillis(), config.maxBytes()) - writer.size();
        return writer;
    }

    /** On a full disk no empty files may pile up. */
    private static SegmentWriter create(Path file) throws IOException {
        try {
            return SegmentWriter.create(file);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private void lock() throws IOException {
        if (lockFile != null) {
            return;
        }
        Files.createDirectories(config.directory());
        Path path = config.directory().resolve("lock");
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new IOException(path + ": locked (expected: one Klamm for one data directory)");
        }
        lockFile = channel;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void abandon(IOException error) {
        SegmentWriter torn = segment;
        segment = null;
        if (torn == null) {
            return;
        }
        try {
            torn.close();
        } catch (IOException e) {
            error.addSuppressed(e);
        }
    }
}
