package io.klamm.cmd.alerting;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that a path means whose last part may have wildcards, as in Prometheus's {@code rule_files}. */
final class RuleFileNames {

    private RuleFileNames() {}

    /**
     * Sorted by name. A pattern may match nothing; a path without wildcards is a file, whether or not it is there.
     *
     * @throws IOException if the directory of a pattern cannot be read
     */
    static List<Path> of(String pattern) throws IOException {
        Path path = Path.of(pattern);
        Path last = path.getFileName();
        if (last == null || !wild(last.toString())) {
            return List.of(path);
        }
        Path directory = path.getParent() == null ? Path.of("") : path.getParent();
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, last.toString())) {
            found.forEach(files::add);
        }
        files.sort(null);
        return files;
    }

    private static boolean wild(String name) {
        return name.chars().anyMatch(each -> each == '*' || each == '?' || each == '[');
    }
}
