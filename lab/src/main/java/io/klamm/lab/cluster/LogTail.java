package io.klamm.lab.cluster;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The last lines of a log, however long the log is. */
final class LogTail {

    private static final int BYTES_A_LINE = 1_000;
    private static final int LINES_IN_A_MESSAGE = 15;

    private LogTail() {}

    /** At most so many of the last lines; none where there is no such file. */
    static List<String> lines(Path file, int atMost) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long size = log.length();
            long from = Math.max(0, size - (long) atMost * BYTES_A_LINE);
            byte[] bytes = new byte[Math.toIntExact(size - from)];
            log.seek(from);
            log.readFully(bytes);
            List<String> lines =
                    new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - atMost), lines.size());
        } catch (IOException e) {
            return List.of("(" + file + " cannot be read: " + e.getMessage() + ")");
        }
    }

    /** The last lines of the files, to stand at the end of an error's message. */
    static String of(Path... files) {
        List<String> text = new ArrayList<>();
        for (Path file : files) {
            List<String> lines = lines(file, LINES_IN_A_MESSAGE);
            if (!lines.isEmpty()) {
                text.add("last lines of " + file + ":");
                lines.forEach(line -> text.add("  " + line));
            }
        }
        return text.isEmpty() ? "" : "\n" + String.join("\n", text);
    }
}
