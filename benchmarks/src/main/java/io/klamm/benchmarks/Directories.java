package io.klamm.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories of files that benchmarks leave. */
final class Directories {

    private Directories() {}

    /** Deletes a directory with everything in it. */
    static void delete(Path directory) throws IOException {
        for (Path path : below(directory, Comparator.reverseOrder())) {
            Files.delete(path);
        }
    }

    /** Bytes of all files in a directory. */
    static long bytes(Path directory) throws IOException {
        long bytes = 0;
        for (Path path : below(directory, Comparator.naturalOrder())) {
            bytes += Files.isRegularFile(path) ? Files.size(path) : 0;
        }
        return bytes;
    }

    private static List<Path> below(Path directory, Comparator<Path> order) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.sorted(order).toList();
        }
    }
}
