package io.klamm.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * A YAML 1.2 file that was read, well or badly, and waits to be bound to records.
 *
 * <p>A user's mistake is never an exception: reading and binding gather all problems. Limits: 1 MiB, UTF-8, one document, 50 levels, each key
 * once, no aliases, no tags. An empty file is one in which everything has its default.
 */
public final class YamlFile {

    /** Larger files are refused unread. */
    public static final ByteSize LARGEST = ByteSize.ofMebibytes(1);

    private static final Environment NO_VARIABLES = name -> Optional.empty();

    private final Document document;

    private YamlFile(FileText.Outcome outcome, Source source) {
        this.document = Document.of(outcome, source, YamlComposer::compose);
    }

    /** Reads a file; problems (such as: no such file) are told by {@link #bind}. Relative paths in it are relative to its directory. */
    public static YamlFile read(Path path, Environment environment) {
        Source source = Source.of(path.toString(), Document.directoryOf(path), environment, Dialect.OWN);
        return new YamlFile(FileText.read(path, LARGEST), source);
    }

    /**
     * Reads a file that is another program's as well, such as prometheus.yml, as strictly as our own but for this: texts are what they are ({@code ${NAME}} and
     * {@code file:} mean nothing), an empty value is an absent one, {@code yes} and {@code no} are booleans, aliases and merged sections are known.
     */
    public static YamlFile readVerbatim(Path path) {
        return readVerbatim(path, LARGEST);
    }

    /** The same for files that may be larger, such as generated ones; beyond {@code largest} they are refused unread. */
    public static YamlFile readVerbatim(Path path, ByteSize largest) {
        Source source = Source.of(path.toString(), Document.directoryOf(path), NO_VARIABLES, Dialect.VERBATIM);
        return new YamlFile(FileText.read(path, largest), source);
    }

    /** Takes a text as {@link #readVerbatim(Path)} takes a file of that name in the working directory. */
    public static YamlFile parseVerbatim(String name, String text) {
        return parseVerbatim(name, text, LARGEST);
    }

    /** Takes a text as {@link #readVerbatim(Path, ByteSize)} takes a file of that name in the working directory. */
    public static YamlFile parseVerbatim(String name, String text, ByteSize largest) {
        Source source = Source.of(name, Path.of("").toAbsolutePath(), NO_VARIABLES, Dialect.VERBATIM);
        return new YamlFile(Document.outcomeOf(text, largest), source);
    }

    /** Takes a text as if it were the content of a file of that name in the working directory. */
    public static YamlFile parse(String name, String text, Environment environment) {
        Source source = Source.of(name, Path.of("").toAbsolutePath(), environment, Dialect.OWN);
        return new YamlFile(Document.outcomeOf(text, LARGEST), source);
    }

    /** No file at all: everything has its default. */
    public static YamlFile none(Environment environment) {
        return parse("(no file)", "", environment);
    }

    /**
     * Binds the file to a value and reports everything that is wrong with it, unknown keys included.
     *
     * <p>The binder is not called when the file could not be read at all. Where a value is bad it gets a stand-in, so it runs to its end
     * and finds the other problems. An {@link IllegalArgumentException} of the binder, such as that of a record which checks itself, becomes
     * a problem too; its message must hold no secret.
     */
    public <T> Loaded<T> bind(Function<Section, T> binder) {
        return document.bind(binder);
    }
}
