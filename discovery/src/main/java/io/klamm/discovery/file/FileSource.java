package io.klamm.discovery.file;

import io.klamm.config.Loaded;
import io.klamm.config.YamlList;
import io.klamm.discovery.group.Found;
import io.klamm.discovery.group.SourceContext;
import io.klamm.discovery.group.TargetGroup;
import io.klamm.discovery.group.TargetSource;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads files of targets when they change. A file that cannot be read keeps the targets that it had; one that is gone has none. */
final class FileSource implements TargetSource {

    private static final String FILE_LABEL = "__meta_filepath";
    private static final Duration LOOK = Duration.ofSeconds(5);

    /** What a file was when it was read: if neither changes, nor does its content, as a rule. */
    private record Stamp(long size, Instant modified) {}

    /** A file as it was read last; with a problem the groups are older. */
    private record Reading(Stamp stamp, Instant read, List<TargetGroup> groups, List<String> problems) {}

    private final FileConfig config;
    private final SourceContext context;
    private final Map<Path, Reading> readings = new TreeMap<>();

    FileSource(FileConfig config, SourceContext context) {
        this.config = config;
        this.context = context;
    }

    @Override
    public String name() {
        return "file " + config.files().stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    @Override
    public Duration interval() {
        return config.refreshInterval().compareTo(LOOK) < 0 ? config.refreshInterval() : LOOK;
    }

    @Override
    public CompletableFuture<Found> look() {
        return CompletableFuture.supplyAsync(this::read, context.workers());
    }

    private synchronized Found read() {
        List<String> problems = new ArrayList<>();
        Map<Path, Stamp> present = new TreeMap<>();
        config.files().forEach(pattern -> list(pattern, present, problems));
        readings.keySet().retainAll(present.keySet());
        present.forEach((file, stamp) -> readings.compute(file, (path, last) -> current(path, stamp, last)));
        List<TargetGroup> groups = new ArrayList<>();
        readings.values().forEach(reading -> {
            groups.addAll(reading.groups());
            problems.addAll(reading.problems());
        });
        return new Found(Optional.of(groups), problems);
    }

    private Reading current(Path file, Stamp stamp, @Nullable Reading last) {
        Instant now = context.clock().instant();
        if (last != null
                && last.stamp().equals(stamp)
                && now.isBefore(last.read().plus(config.refreshInterval()))) {
            return last;
        }
        Loaded<List<TargetGroup>> loaded = YamlList.read(file, TargetGroup::bind);
        if (loaded.value().isEmpty()) {
            List<TargetGroup> kept = last == null ? List.of() : last.groups();
            return new Reading(stamp, now, kept, List.of(loaded.text()));
        }
        List<TargetGroup> read = loaded.value().get();
        return new Reading(
                stamp,
                now,
                IntStream.range(0, read.size())
                        .mapToObj(index ->
                                read.get(index).from(file + ":" + index).with(FILE_LABEL, file.toString()))
                        .toList(),
                List.of());
    }

    private static void list(Path pattern, Map<Path, Stamp> present, List<String> problems) {
        boolean many = pattern.toString().contains("*");
        try {
            if (many) {
                listMany(pattern, present);
            } else {
                present.put(pattern, stamp(pattern));
            }
        } catch (NoSuchFileException | NotDirectoryException nothingThere) {
            // Files come and go, so one that is not there has no targets; but a name without a star was meant.
            if (!many) {
                problems.add(pattern + ": no such file (expected: a file of targets)");
            }
        } catch (IOException | DirectoryIteratorException e) {
            problems.add(pattern + ": cannot be listed, " + e.getMessage() + " (expected: readable files)");
        }
    }

    private static void listMany(Path pattern, Map<Path, Stamp> present) throws IOException {
        Path directory = Objects.requireNonNull(pattern.toAbsolutePath().getParent());
        String names = Objects.requireNonNull(pattern.getFileName()).toString();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, names)) {
            for (Path file : files) {
                present.put(file, stamp(file));
            }
        }
    }

    private static Stamp stamp(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(attributes.size(), attributes.lastModifiedTime().toInstant());
    }

    @Override
    public void close() {}
}
