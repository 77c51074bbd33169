package io.klamm.storage.remote.send;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a destination has refused: the newest in memory, and a file of one JSON object a line, of which one older is kept when it has become large. Safe for use by
 * several threads.
 */
final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final int KEPT = 100;
    private static final long FILE_BYTES = 1 << 20;

    private final Path file;
    private final ArrayDeque<DeadLetter> newest = new ArrayDeque<>();
    private long samples;

    DeadLetters(Path file) {
        this.file = file;
    }

    synchronized void add(DeadLetter letter) {
        samples += letter.samples();
        newest.addLast(letter);
        if (newest.size() > KEPT) {
            newest.removeFirst();
        }
        try {
            write(json(letter));
        } catch (IOException e) {
            LOG.warn("dead letters: {} cannot be written: {}", file, e.getMessage());
        }
    }

    private void write(String line) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.exists(file) && Files.size(file) + line.length() > FILE_BYTES) {
            Path older = file.resolveSibling(file.getFileName() + ".1");
            Files.move(file, older, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String json(DeadLetter letter) {
        return "{\"at\":" + quoted(letter.at().toString())
                + ",\"samples\":" + letter.samples()
                + ",\"firstTime\":" + letter.firstTime()
                + ",\"lastTime\":" + letter.lastTime()
                + ",\"series\":" + quoted(letter.series())
                + ",\"reason\":" + quoted(letter.reason()) + "}\n";
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    synchronized long samples() {
        return samples;
    }

    /** The newest, the oldest of them first. */
    synchronized List<DeadLetter> newest() {
        return List.copyOf(newest);
    }
}
