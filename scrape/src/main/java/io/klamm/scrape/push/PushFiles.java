package io.klamm.scrape.push;

import io.klamm.model.series.Labels;
import io.klamm.scrape.exposition.ExpositionException;
import java.io.IOException;
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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A directory with one file for each group, each replaced as a whole and on the disk before the call returns. For one thread at a time. */
final class PushFiles {

    private static final Logger LOG = LoggerFactory.getLogger(PushFiles.class);
    private static final String SUFFIX = ".prom";
    private static final String DRAFT = ".tmp";

    private final Path directory;

    PushFiles(Path directory) {
        this.directory = directory;
    }

    /** All groups; a file that is damaged is told, left where it is, and missing here. */
    List<PushGroup> load() throws IOException {
        Files.createDirectories(directory);
        List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
        List<PushGroup> groups = new ArrayList<>();
        for (Path file : files) {
            try {
                groups.add(PushText.read(Files.readAllBytes(file)));
            } catch (ExpositionException | IOException e) {
                LOG.error("pushed group in {} is lost: {}", file, e.getMessage());
            }
        }
        return groups;
    }

    void save(PushGroup group) throws IOException {
        Path file = file(group.labels());
        Path draft = file.resolveSibling(file.getFileName() + DRAFT);
        try (FileChannel out = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(PushText.of(group).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                int unused = out.write(bytes);
            }
            out.force(true);
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        sync();
    }

    void delete(Labels group) throws IOException {
        try {
            Files.delete(file(group));
        } catch (NoSuchFileException e) {
            return;
        }
        sync();
    }

    /** A rename or a deletion is on the disk when the directory is. */
    private void sync() throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path file(Labels group) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(group.toString().getBytes(StandardCharsets.UTF_8));
            return directory.resolve(HexFormat.of().formatHex(digest, 0, digest.length / 2) + SUFFIX);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
