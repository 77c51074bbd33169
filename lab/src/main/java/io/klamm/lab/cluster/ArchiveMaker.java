package io.klamm.lab.cluster;

import io.klamm.lab.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes a {@link ClassArchive} by a process of low priority (about 7 s of one core, 60 MB on disk). */
final class ArchiveMaker implements AutoCloseable {

    private static final int LIMIT_SECONDS = 60;

    private final Child child;
    private final CompletableFuture<Void> done;

    private ArchiveMaker(Child child, CompletableFuture<Void> done) {
        this.child = child;
        this.done = done;
    }

    /** Begins to make the archive if it is missing and its classes were recorded. */
    static Optional<ArchiveMaker> begin(ClassArchive archive, LabConfig config, BrokerLibrary library, Layout layout) {
        if (archive.missing().isEmpty() || !Files.exists(layout.classList())) {
            return Optional.empty();
        }
        try {
            return Optional.of(begin(archive.missing().get(), config, library, layout));
        } catch (IOException e) {
            // As without a writable cache: slower starts, nothing worse.
            return Optional.empty();
        }
    }

    private static ArchiveMaker begin(Path archive, LabConfig config, BrokerLibrary library, Layout layout)
            throws IOException {
        Path classes = layout.dir().resolve("archive.classes");
        Files.write(classes, wholeLines(layout.classList()));
        Path draft = Files.createTempFile(
                archive.resolveSibling(""), archive.getFileName().toString(), ".tmp");
        Path arguments = layout.dir().resolve("archive.args");
        Files.writeString(
                arguments,
                JavaArguments.file(List.of(
                        "-Xshare:dump",
                        "-XX:SharedClassListFile=" + classes,
                        "-XX:SharedArchiveFile=" + draft,
                        "-Xmx512m",
                        "-Xlog:disable",
                        "-Xlog:all=error:stderr",
                        "-cp",
                        library.classPath())));
        Child child = Child.startGently(
                config.java(), arguments, layout.dir().resolve("archive.out").toFile());
        return new ArchiveMaker(
                child, child.process().onExit().thenAccept(process -> settle(process.exitValue(), draft, archive)));
    }

    /** The broker still writes to its list: the last line may be cut short. */
    private static List<String> wholeLines(Path list) throws IOException {
        List<String> lines = Files.readAllLines(list);
        return lines.subList(0, Math.max(0, lines.size() - 1));
    }

    private static void settle(int exitCode, Path draft, Path archive) {
        try {
            if (exitCode == 0) {
                Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new LabException("class archive: " + archive + ": " + e, e);
        }
    }

    /** Waits until the archive is made, or cannot be. */
    void await() {
        try {
            done.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("class archive: interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            // As without a writable cache: slower starts, nothing worse.
            close();
        }
    }

    /** Gives up what is not done yet. */
    @Override
    public void close() {
        child.process().destroyForcibly();
    }
}
