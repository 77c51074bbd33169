package io.klamm.config;

import io.klamm.config.Node.MapNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A file that was read, well or badly, and waits to be bound to records. */
record Document(Source source, Optional<MapNode> root) {

    /** Turns a text into a tree, or tells the source why not. */
    interface Syntax extends BiFunction<String, Source, Optional<Node>> {}

    /** The file's directory, which relative paths in it are relative to. */
    static Path directoryOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    static FileText.Outcome outcomeOf(String text, ByteSize largest) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes.length > largest.bytes()
                ? new FileText.Failure(Position.WHOLE_FILE, "too large (expected: at most " + largest + ")")
                : FileText.decode(bytes);
    }

    static Document of(FileText.Outcome outcome, Source source, Syntax syntax) {
        return new Document(source, nodeOf(outcome, source, syntax).flatMap(node -> rootOf(node, source)));
    }

    /** The tree of a text; nothing if it could not be read, which is told. */
    static Optional<Node> nodeOf(FileText.Outcome outcome, Source source, Syntax syntax) {
        if (outcome instanceof FileText.Failure failure) {
            source.problem(failure.at(), "", failure.message());
        }
        return outcome instanceof FileText.Text text ? syntax.apply(text.text(), source) : Optional.empty();
    }

    private static Optional<MapNode> rootOf(Node node, Source source) {
        if (node instanceof Node.Scalar scalar && scalar.isNull()) {
            return Optional.of(MapNode.empty(Position.START));
        }
        return new Slot(source, "", node.at(), node, true).map();
    }

    <T> Loaded<T> bind(Function<Section, T> binder) {
        Optional<T> value = root.flatMap(map -> bound(Section.root(source, map), binder));
        List<Problem> problems = source.problems().sorted();
        return new Loaded<>(
                problems.isEmpty() ? value : Optional.empty(),
                problems,
                source.warnings().sorted());
    }

    private static <T> Optional<T> bound(Section section, Function<Section, T> binder) {
        Optional<T> value = section.bound(binder);
        section.finish();
        return value;
    }
}
