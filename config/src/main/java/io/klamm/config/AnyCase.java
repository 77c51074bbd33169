package io.klamm.config;

import io.klamm.config.Node.Entry;
import io.klamm.config.Node.ListNode;
import io.klamm.config.Node.MapNode;
import java.util.Map;
import java.util.TreeMap;

/** Makes a tree's keys be found in any case, without forgetting how they are written. */
final class AnyCase {

    private final Source source;

    private AnyCase(Source source) {
        this.source = source;
    }

    /** The same tree; of keys that differ in case alone the first is kept, and the second is a problem. */
    static MapNode of(MapNode map, Source source) {
        return new AnyCase(source).map(map, "");
    }

    private MapNode map(MapNode map, String path) {
        Map<String, Entry> entries = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        map.entries().forEach((key, entry) -> {
            String child = Paths.child(path, key);
            Entry first = entries.putIfAbsent(key, new Entry(entry.keyAt(), node(entry.value(), child)));
            if (first != null) {
                source.problem(
                        entry.keyAt(),
                        child,
                        "duplicate key (expected: each key once; case does not count, and it is on line "
                                + first.keyAt().line() + " too)");
            }
        });
        return new MapNode(map.at(), entries);
    }

    private Node node(Node node, String path) {
        if (node instanceof MapNode map) {
            return map(map, path);
        }
        return node instanceof ListNode list
                ? new ListNode(
                        list.at(),
                        list.items().stream().map(item -> node(item, path)).toList())
                : node;
    }
}
