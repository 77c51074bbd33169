package io.klamm.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the conformance data lies: in the directory that {@code KLAMM_CONFORMANCE} names, else beside the repository. */
public final class Conformance {

    private Conformance() {}

    /** The files of a part whose names end so, sorted; none where there is no such data, which is said on standard output. */
    public static List<Path> files(String part, String ending) {
        Path directory = root().resolve(part);
        if (!Files.isDirectory(directory)) {
            System.out.println("conformance: skipped, no directory " + part + " (expected: KLAMM_CONFORMANCE to name"
                    + " the directory that holds it, or ../shared/conformance beside the repository)");
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        String named = System.getenv("KLAMM_CONFORMANCE");
        return named == null || named.isEmpty() ? repository().resolve("../shared/conformance") : Path.of(named);
    }

    /** The nearest directory above the working directory that holds the project's first page. */
    private static Path repository() {
        Path directory = Path.of("").toAbsolutePath();
        while (directory.getParent() != null && !Files.exists(directory.resolve("ARCHITECTURE.md"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
