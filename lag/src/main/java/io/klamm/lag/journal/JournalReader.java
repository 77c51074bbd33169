package io.klamm.lag.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the journal of one cluster, also while it is being written. */
public final class JournalReader {

    private final JournalFiles files;

    /** @param directory where the cluster's files are; need not be there */
    public JournalReader(Path directory) {
        this.files = new JournalFiles(directory);
    }

    /**
     * Passes on all entries of the files that may hold something from {@code fromMillis} on, oldest first. Files begin where they began, so earlier
     * entries come, too.
     *
     * @return what could not be read, a line a file
     */
    public List<String> read(long fromMillis, Consumer<Entry> entries) throws IOException {
        List<String> damages = new ArrayList<>();
        List<JournalFiles.Segment> segments = files.list();
        for (int i = 0; i < segments.size(); i++) {
            boolean over = i + 1 < segments.size() && segments.get(i + 1).beganMillis() <= fromMillis;
            if (!over) {
                read(segments.get(i).file(), entries).ifPresent(damages::add);
            }
        }
        return damages;
    }

    private static Optional<String> read(Path file, Consumer<Entry> entries) {
        try (SegmentReader reader = SegmentReader.open(file)) {
            for (Optional<Entry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
                entries.accept(entry.get());
            }
            return reader.damage().map(damage -> file.getFileName() + ": " + damage);
        } catch (IOException e) {
            // Deleted meanwhile because of its age, or unreadable: the other files may be better.
            return Optional.of(file.getFileName() + ": " + e);
        }
    }
}
