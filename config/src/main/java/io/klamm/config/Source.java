package io.klamm.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file that is being read, and where its problems go.
 *
 * @param file its name in problems
 * @param directory what relative paths in it are relative to
 */
record Source(String file, Path directory, Environment environment, Problems problems) {

    void problem(Position at, String path, String message) {
        problem(at, path, message, null);
    }

    void problem(Position at, String path, String message, @Nullable String suggestion) {
        problems.add(new Problem(file, at.line(), at.column(), path, message, suggestion));
    }
}
