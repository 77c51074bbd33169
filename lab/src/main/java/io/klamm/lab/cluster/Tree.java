package io.klamm.lab.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders: copied and deleted. */
final class Tree {

    private Tree() {}

    static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.copy(file, target);
            }
        }
    }

    /** Deletes the folder with all that it holds, if it is there; returns it. */
    static Path delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return folder;
        }
        List<Path> deepestFirst =
                files(folder).stream().sorted(Comparator.reverseOrder()).toList();
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
        return folder;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        }
    }
}
