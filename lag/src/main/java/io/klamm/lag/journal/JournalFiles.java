package io.klamm.lag.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of one cluster's journal: their names, and which are to go. */
final class JournalFiles {

    private static final Pattern NAME = Pattern.compile("([0-9]{13})(?:-[0-9]+)?\\.klammlag");

    private final Path directory;

    JournalFiles(Path directory) {
        this.directory = directory;
    }

    /**
     * One file.
     *
     * @param beganMillis when its first entry was written
     */
    record Segment(Path file, long beganMillis) {}

    /** All files, oldest first; none where there is no directory. */
    List<Segment> list() throws IOException {
        List<Segment> segments = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.sorted().forEach(file -> {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    segments.add(new Segment(file, Long.parseLong(name.group(1))));
                }
            });
        } catch (NoSuchFileException e) {
            return List.of();
        }
        return segments;
    }

    /** A name for a new file, that is not taken. */
    Path next(long nowMillis) throws IOException {
        Files.createDirectories(directory);
        String stem = String.format("%013d", nowMillis);
        Path file = directory.resolve(stem + ".klammlag");
        for (int i = 1; Files.exists(file); i++) {
            file = directory.resolve(stem + "-" + i + ".klammlag");
        }
        return file;
    }

    /**
     * Deletes the oldest files until what is left is neither too old nor too large; never the newest one.
     *
     * @return bytes that are left
     */
    long expire(long oldestMillis, long maxBytes) throws IOException {
        List<Segment> segments = list();
        long bytes = 0;
        for (Segment segment : segments) {
            bytes += Files.size(segment.file());
        }
        for (int i = 0; i + 1 < segments.size(); i++) {
            // A file's last entry is older than the first of the next.
            boolean old = segments.get(i + 1).beganMillis() < oldestMillis;
            if (!old && bytes <= maxBytes) {
                break;
            }
            bytes -= Files.size(segments.get(i).file());
            Files.delete(segments.get(i).file());
        }
        return bytes;
    }
}
