package io.klamm.tsdb.head;

import io.klamm.tsdb.files.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The chunk files of the head. For the maintenance thread; {@link #bytes} and such are safe from any. */
final class ChunkFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ChunkFiles.class);
    private static final Pattern NAME = Pattern.compile("(\\d{8,18})\\.chunks");

    private final Disk disk;
    private final Path directory;
    private final List<ChunkFile> files = new CopyOnWriteArrayList<>();
    private long next = 1;
    private volatile @Nullable String lastError;

    ChunkFiles(Disk disk, Path directory) {
        this.disk = disk;
        this.directory = directory;
    }

    /** The numbers of the files that are there; leftovers of unfinished ones are deleted. */
    List<Long> find() throws IOException {
        List<Long> numbers = new ArrayList<>();
        for (Path file : disk.list(directory)) {
            String name = file.getFileName().toString();
            Matcher matcher = NAME.matcher(name);
            if (matcher.matches()) {
                long number = Long.parseLong(matcher.group(1));
                numbers.add(number);
                next = Math.max(next, number + 1);
            } else if (name.endsWith(".tmp")) {
                delete(file);
            }
        }
        return numbers;
    }

    Path path(long number) {
        return ChunkFile.path(directory, number);
    }

    /** Takes up a file that was there at the start. */
    void addFound(ChunkFile file) {
        files.add(file);
    }

    /** Ends the file that the writer has built, and saves it if the disk takes it. */
    ChunkFileWriter.Finished add(ChunkFileWriter writer) {
        long number = next++;
        ChunkFileWriter.Finished finished = writer.finish(path(number), number);
        files.add(finished.file());
        save(finished.file());
        return finished;
    }

    private boolean save(ChunkFile file) {
        try {
            file.save(disk);
            lastError = null;
            return true;
        } catch (IOException e) {
            if (lastError == null) {
                LOG.error(
                        "{} cannot be saved: {}; its chunks are kept in memory until it can",
                        file.path(),
                        e.getMessage());
            }
            lastError = file.path().getFileName() + " cannot be saved: " + e.getMessage();
            return false;
        }
    }

    /** Tries to save what is not saved yet, the oldest first. */
    void saveRest() {
        for (ChunkFile file : files) {
            if (!file.isSaved() && !save(file)) {
                return;
            }
        }
    }

    boolean allSaved() {
        return files.stream().allMatch(ChunkFile::isSaved);
    }

    /** Gives up the oldest files that are not saved until the rest is at most so many bytes. */
    Set<ChunkFile> dropUnsaved(long mostBytes) {
        Set<ChunkFile> dropped = new HashSet<>();
        long left = unsavedBytes();
        for (ChunkFile file : files) {
            if (left > mostBytes && !file.isSaved()) {
                left -= file.size();
                dropped.add(file);
            }
        }
        files.removeAll(dropped);
        return dropped;
    }

    /** Deletes the files whose samples are all before a time. */
    void removeBefore(long time) {
        files.removeIf(file -> file.lastTime() < time && delete(file.path()));
    }

    private boolean delete(Path file) {
        try {
            disk.delete(file);
            return true;
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted: {}", file, e.getMessage());
            return false;
        }
    }

    List<ChunkFile> files() {
        return files;
    }

    long bytes() {
        return files.stream().mapToLong(ChunkFile::size).sum();
    }

    long unsavedBytes() {
        return files.stream()
                .filter(file -> !file.isSaved())
                .mapToLong(ChunkFile::size)
                .sum();
    }

    /** Why the newest file could not be saved; null while all are. */
    @Nullable
    String lastError() {
        return lastError;
    }
}
