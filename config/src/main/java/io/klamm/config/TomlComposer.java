package io.klamm.config;

import io.klamm.config.Node.Entry;
import io.klamm.config.Node.ListNode;
import io.klamm.config.Node.MapNode;
import io.klamm.config.Node.Scalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import org.tomlj.TomlVersion;

/** Builds the tree from TOML 1.0; a value stands where its key does. */
final class TomlComposer {

    private static final int DEEPEST = 50;

    private TomlComposer() {}

    /** The root of the text; nothing when the text is not TOML (the problems are told). */
    static Optional<Node> compose(String text, Source source) {
        Optional<Position> tooDeep = TomlNesting.deeperThan(DEEPEST, text);
        if (tooDeep.isPresent()) {
            source.problem(tooDeep.get(), "", "brackets nested too deep (expected: at most " + DEEPEST + " levels)");
            return Optional.empty();
        }
        return parsed(text, source).flatMap(result -> table(result, source));
    }

    private static Optional<TomlParseResult> parsed(String text, Source source) {
        TomlParseResult result;
        try {
            result = Toml.parse(text, TomlVersion.V1_0_0);
        } catch (RuntimeException broken) {
            // The parser stumbles over some broken texts, such as a backslash at the end of a line, instead of
            // reporting them.
            source.problem(Position.WHOLE_FILE, "", TomlProblems.OTHERWISE);
            return Optional.empty();
        }
        for (TomlParseError error : result.errors()) {
            TomlProblems.tell(error, at(error.position()), source);
        }
        return result.hasErrors() ? Optional.empty() : Optional.of(result);
    }

    private static Optional<Node> table(TomlParseResult result, Source source) {
        try {
            return Optional.of(map(result, Position.START, 1));
        } catch (Abandoned abandoned) {
            abandoned.tell(source);
            return Optional.empty();
        }
    }

    private static MapNode map(TomlTable table, Position at, int depth) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        table.keySet().stream()
                .sorted(Comparator.comparing(key -> placeOf(key, table), Position.ORDER))
                .forEach(key -> {
                    Position keyAt = placeOf(key, table);
                    Object value = Objects.requireNonNull(table.get(List.of(key)));
                    entries.put(key, new Entry(keyAt, node(value, keyAt, depth + 1)));
                });
        return new MapNode(at, entries);
    }

    private static Position placeOf(String key, TomlTable table) {
        return at(table.inputPositionOf(List.of(key)));
    }

    private static ListNode list(TomlArray array, Position at, int depth) {
        List<Node> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            items.add(node(array.get(i), at(array.inputPositionOf(i)), depth + 1));
        }
        return new ListNode(at, List.copyOf(items));
    }

    private static Node node(Object value, Position at, int depth) {
        if (depth > DEEPEST) {
            // A key of many parts, a.b.c, has no brackets that could be counted before.
            throw new Abandoned(at, "nested too deep (expected: at most " + DEEPEST + " levels)");
        }
        if (value instanceof TomlTable table) {
            return map(table, at, depth);
        }
        if (value instanceof TomlArray array) {
            return list(array, at, depth);
        }
        return new Scalar(at, value.toString(), !(value instanceof String));
    }

    private static Position at(@Nullable TomlPosition position) {
        return position == null ? Position.WHOLE_FILE : new Position(position.line(), position.column());
    }
}
