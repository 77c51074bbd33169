package io.klamm.config;

import io.klamm.config.YamlNode.MapNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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

    private final Source source;
    private final Optional<MapNode> root;

    private YamlFile(Source source, Optional<MapNode> root) {
        this.source = source;
        this.root = root;
    }

    /** Reads a file; problems (such as: no such file) are told by {@link #bind}. Relative paths in it are relative to its directory. */
    public static YamlFile read(Path path, Environment environment) {
        Path parent = path.toAbsolutePath().getParent();
        Path directory = parent == null ? path.toAbsolutePath() : parent;
        Source source = new Source(path.toString(), directory, environment, new Problems());
        return of(FileText.read(path, LARGEST), source);
    }

    /** Takes a text as if it were the content of a file of that name in the working directory. */
    public static YamlFile parse(String name, String text, Environment environment) {
        Source source = new Source(name, Path.of("").toAbsolutePath(), environment, new Problems());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return of(
                bytes.length > LARGEST.bytes()
                        ? new FileText.Failure(Position.WHOLE_FILE, "too large (expected: at most " + LARGEST + ")")
                        : FileText.decode(bytes),
                source);
    }

    /** No file at all: everything has its default. */
    public static YamlFile none(Environment environment) {
        return parse("(no file)", "", environment);
    }

    private static YamlFile of(FileText.Outcome outcome, Source source) {
        if (outcome instanceof FileText.Failure failure) {
            source.problem(failure.at(), "", failure.message());
        }
        return new YamlFile(
                source,
                outcome instanceof FileText.Text text
                        ? YamlComposer.compose(text.text(), source).flatMap(node -> rootOf(node, source))
                        : Optional.empty());
    }

    private static Optional<MapNode> rootOf(YamlNode node, Source source) {
        if (node instanceof YamlNode.Scalar scalar && scalar.isNull()) {
            return Optional.of(MapNode.empty(Position.START));
        }
        return new Slot(source, "", node.at(), node, true).map();
    }

    /**
     * Binds the file to a value and reports everything that is wrong with it, unknown keys included.
     *
     * <p>The binder is not called when the file could not be read at all. Where a value is bad it gets a stand-in, so it runs to its end
     * and finds the other problems. An {@link IllegalArgumentException} of the binder, such as that of a record which checks itself, becomes
     * a problem too; its message must hold no secret.
     */
    public <T> Loaded<T> bind(Function<Section, T> binder) {
        Optional<T> value = root.flatMap(map -> bound(Section.root(source, map), binder));
        List<Problem> problems = source.problems().sorted();
        return new Loaded<>(problems.isEmpty() ? value : Optional.empty(), problems);
    }

    private static <T> Optional<T> bound(Section section, Function<Section, T> binder) {
        Optional<T> value = section.bound(binder);
        section.finish();
        return value;
    }
}
