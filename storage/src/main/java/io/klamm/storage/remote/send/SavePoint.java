package io.klamm.storage.remote.send;

import io.klamm.storage.log.LogPosition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Up to where in the log a destination has everything, in a file of one line that is replaced as a whole. For one thread. */
final class SavePoint {

    private static final String HEAD = "klamm remote write 1 ";

    private final Path file;

    SavePoint(Path file) {
        this.file = file;
    }

    /**
     * Where to go on; empty if the destination is new.
     *
     * @throws IOException if there is a file, but what it says cannot be told
     */
    Optional<LogPosition> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file).strip();
        try {
            if (text.startsWith(HEAD)) {
                return Optional.of(LogPosition.parse(text.substring(HEAD.length())));
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        throw new IOException(file + ": not a save-point (expected: " + HEAD + "SEGMENT:OFFSET)");
    }

    /** Writes the place; with {@code sync} it also survives a loss of power. */
    void write(LogPosition position, boolean sync) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path made = file.resolveSibling(file.getFileName() + ".tmp");
        try (FileChannel channel = FileChannel.open(
                made, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap((HEAD + position + "\n").getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            if (sync) {
                channel.force(true);
            }
        }
        Files.move(made, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
