package io.klamm.notifier.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tables kept in memory and in one file. A change is synced when {@link #commit} returns, unless the disk fails: then it is kept in memory, {@link #trouble} says why, and
 * {@link #heal} writes everything anew when the disk can again. For one thread.
 */
public final class Journal implements AutoCloseable {

    private static final String NAME = "outbox.log";
    private static final long SMALLEST = 4L << 20;

    private final Path file;
    private final Tables tables = new Tables();
    private @Nullable FileChannel channel;
    private @Nullable String trouble;
    private boolean loaded;
    private long size;
    private long sizeWhenWhole;
    private int damaged;

    private Journal(Path directory) {
        this.file = directory.resolve(NAME);
    }

    /** Reads what there is; a torn end is cut off. A disk that cannot be read or written is no exception: see {@link #trouble}. */
    public static Journal open(Path directory) {
        Journal journal = new Journal(directory);
        try {
            Files.createDirectories(directory);
            journal.load();
        } catch (IOException e) {
            journal.failed(e);
        }
        return journal;
    }

    private void load() throws IOException {
        Frames.Read read = Frames.read(content());
        loaded = true;
        for (byte[] record : read.records()) {
            damaged += tables.apply(record) ? 0 : 1;
        }
        damaged += read.damaged();
        FileChannel opened = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel = opened;
        opened.truncate(read.end());
        opened.position(read.end());
        opened.force(true);
        syncDirectory();
        size = read.end();
        sizeWhenWhole = size;
    }

    private byte[] content() throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }

    /** The rows of a table by their keys, oldest first; not to be changed. */
    public Map<String, JsonNode> table(String name) {
        return tables.table(name);
    }

    /** Makes a change: in memory always, on the disk if it can. */
    public void commit(Change change) {
        if (change.isEmpty()) {
            return;
        }
        tables.apply(change);
        FileChannel out = channel;
        if (trouble != null || out == null) {
            return;
        }
        try {
            write(out, Frames.of(tables.bytes(change)));
            out.force(false);
            if (size > SMALLEST && size > 4 * sizeWhenWhole) {
                rewrite();
            }
        } catch (IOException e) {
            failed(e);
        }
    }

    private void write(FileChannel out, ByteBuffer bytes) throws IOException {
        size += bytes.remaining();
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /** Tries to be whole on the disk again. True if it is. */
    public boolean heal() {
        if (trouble != null) {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                keepUnread();
                rewrite();
                trouble = null;
            } catch (IOException e) {
                failed(e);
            }
        }
        return trouble == null;
    }

    /** A file that could not be read is put aside, not written over. */
    private void keepUnread() throws IOException {
        if (!loaded && Files.exists(file)) {
            Files.move(file, file.resolveSibling(NAME + ".unread"), StandardCopyOption.REPLACE_EXISTING);
        }
        loaded = true;
    }

    /** Writes all rows to a file of its own, which then takes the place of the old one. */
    private void rewrite() throws IOException {
        Path fresh = file.resolveSibling(NAME + ".new");
        FileChannel out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        try {
            size = 0;
            for (Change row : tables.all()) {
                write(out, Frames.of(tables.bytes(row)));
            }
            out.force(true);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncDirectory();
        } catch (IOException e) {
            out.close();
            throw e;
        }
        close();
        channel = out;
        sizeWhenWhole = size;
    }

    private void syncDirectory() throws IOException {
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private void failed(IOException e) {
        trouble = file + ": " + e;
    }

    /** Why the last write failed; empty if all is on the disk. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** How many stretches of the file could not be read when it was opened. */
    public int damaged() {
        return damaged;
    }

    /** Of the file, in bytes. */
    public long size() {
        return size;
    }

    @Override
    public void close() {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                failed(e);
            }
        }
    }
}
