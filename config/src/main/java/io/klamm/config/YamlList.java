package io.klamm.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A YAML or JSON text that is a list of sections, such as a file of scrape targets. It is read as {@link YamlFile#readVerbatim(java.nio.file.Path)} reads a file, but may be larger.
 */
public final class YamlList {

    /** Larger texts are refused. */
    public static final ByteSize LARGEST = ByteSize.ofMebibytes(32);

    private YamlList() {}

    /** Reads a file and binds each of its sections; an empty file is an empty list. */
    public static <T> Loaded<List<T>> read(Path path, Function<Section, T> binder) {
        return bind(path.toString(), FileText.read(path, LARGEST), binder);
    }

    /** Binds each section of a text that is called so in problems. */
    public static <T> Loaded<List<T>> parse(String name, String text, Function<Section, T> binder) {
        return bind(name, Document.outcomeOf(text, LARGEST), binder);
    }

    private static <T> Loaded<List<T>> bind(String name, FileText.Outcome outcome, Function<Section, T> binder) {
        Source source = Source.of(name, Path.of("").toAbsolutePath(), variable -> Optional.empty(), Dialect.VERBATIM);
        Optional<Node> root = Document.nodeOf(outcome, source, YamlComposer::compose);
        List<Section> sections = root.filter(node -> !isNothing(node))
                .map(node -> new Slot(source, "", node.at(), node, false))
                .map(Section::listed)
                .orElse(List.of());
        List<T> values = sections.stream()
                .flatMap(section -> section.bound(binder).stream())
                .toList();
        sections.forEach(Section::finish);
        List<Problem> problems = source.problems().sorted();
        return new Loaded<>(
                problems.isEmpty() ? Optional.of(values) : Optional.empty(),
                problems,
                source.warnings().sorted());
    }

    private static boolean isNothing(Node node) {
        return node instanceof Node.MapNode map
                ? map.entries().isEmpty()
                : node instanceof Node.Scalar scalar && scalar.isNull();
    }
}
