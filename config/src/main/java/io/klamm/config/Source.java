package io.klamm.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The file that is being read, and where its problems go.
 *
 * @param file its name in problems
 * @param directory what relative paths in it are relative to
 * @param warnings what is likely a slip but stops nothing
 */
record Source(
        String file, Path directory, Environment environment, Dialect dialect, Problems problems, Problems warnings) {

    static Source of(String file, Path directory, Environment environment, Dialect dialect) {
        return new Source(file, directory, environment, dialect, new Problems(), new Problems());
    }

    /** The same file with another name in problems, for a value that does not stand in it. */
    Source named(String name) {
        return new Source(name, directory, environment, dialect, problems, warnings);
    }

    void problem(Position at, String path, String message) {
        problem(at, path, message, null);
    }

    void problem(Position at, String path, String message, @Nullable String suggestion) {
        problems.add(new Problem(file, at.line(), at.column(), path, message, suggestion));
    }

    void warning(Position at, String path, String message, @Nullable String suggestion) {
        warnings.add(new Problem(file, at.line(), at.column(), path, message, suggestion));
    }

    /** What a text means: in our own files with its variables filled in, in others' as it is. */
    Optional<String> meaning(String text, Consumer<String> problem) {
        return dialect.own() ? Expansion.expand(text, environment, problem) : Optional.of(text);
    }

    /** The value that the environment puts in the place of the file's; one that is set to nothing counts as not set. */
    Optional<FromEnvironment> overriding(String path) {
        return dialect.variable(path).flatMap(name -> environment
                .variable(name)
                .filter(text -> !text.isEmpty())
                .map(text -> new FromEnvironment(named("environment variable " + name), text)));
    }

    record FromEnvironment(Source source, String text) {}
}
