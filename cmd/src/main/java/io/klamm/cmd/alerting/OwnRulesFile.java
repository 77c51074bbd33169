package io.klamm.cmd.alerting;

import io.klamm.web.alerts.RuleDesk.OwnRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ConcurrentModificationException;
import java.util.HexFormat;

/** The rule file that people change on the page, below the data directory. It is replaced as a whole, so that a stop in the middle leaves the old one or the new. */
final class OwnRulesFile {

    private static final int REVISION_BYTES = 8;

    private final Path file;

    OwnRulesFile(Path file) {
        this.file = file;
    }

    /** Its name, as rules are shown with it. */
    String name() {
        return file.getFileName().toString();
    }

    /** What it says; empty where there is none yet. */
    OwnRules read() {
        try {
            return rules(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return rules("");
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Replaces it; when this returns the new text is on the disk.
     *
     * @throws ConcurrentModificationException if it is not as {@code revision} was
     */
    synchronized void replace(String yaml, String revision) {
        OwnRules now = read();
        if (!now.revision().equals(revision)) {
            throw new ConcurrentModificationException("rules: revision " + revision + " (expected: " + now.revision()
                    + ", for somebody else has saved another text since)");
        }
        try {
            write(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private void write(String yaml) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(yaml);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(directory, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static OwnRules rules(String yaml) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(yaml.getBytes(StandardCharsets.UTF_8));
            return new OwnRules(yaml, HexFormat.of().formatHex(hash, 0, REVISION_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
