package io.klamm.config;

import io.klamm.config.Node.ListNode;
import io.klamm.config.Node.MapNode;
import io.klamm.config.Node.Refused;
import io.klamm.config.Node.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;

/**
 * What the anchors of a file stand for, and how much their aliases have made of it: a small file must not stand for a tree that fills the memory.
 *
 * <p>Names of anchors are in no problem: an unquoted password may begin with {@code &} or {@code *}.
 */
final class YamlAnchors {

    private static final int MOST = 200_000;

    private record Known(Node node, int size) {}

    private final Source source;
    private final Map<String, Known> known = new HashMap<>();
    private int size;

    YamlAnchors(Source source) {
        this.source = source;
    }

    /** The size of the tree before a part of it; to be given to {@link #end}. */
    int begin() {
        return size++;
    }

    /** Takes a part of the tree, which may have an anchor. */
    void end(Event event, Node node, int before) {
        Optional<Anchor> anchor = event instanceof NodeEvent part ? part.getAnchor() : Optional.empty();
        anchor.ifPresent(name -> known.put(name.getValue(), new Known(node, size - before)));
    }

    /** What an alias stands for. */
    Node meaning(AliasEvent alias, String path) {
        Position at = YamlEvents.at(alias);
        Known meant = known.get(alias.getAlias().getValue());
        if (meant == null) {
            source.problem(
                    at,
                    path,
                    "an alias of nothing above (expected: an anchor before it, or quotes around a text that begins with *)");
            return new Refused(at);
        }
        size += meant.size();
        if (size > MOST) {
            throw new Abandoned(at, "aliases stand for too much (expected: at most " + MOST + " values in all)");
        }
        return meant.node();
    }

    /** Whether a key takes in the section that is its value. */
    static boolean merges(Node key) {
        return key instanceof Scalar scalar && scalar.plain() && scalar.text().equals("<<");
    }

    /** The sections to be taken in: one, or a list of them. */
    List<MapNode> sections(Node value, String path) {
        List<MapNode> sections = new ArrayList<>();
        List<Node> nodes = value instanceof ListNode list ? list.items() : List.of(value);
        for (Node node : nodes) {
            if (node instanceof MapNode map) {
                sections.add(map);
            } else if (!(node instanceof Refused)) {
                source.problem(node.at(), path, node.kind() + " to be taken in (expected: a section with keys)");
            }
        }
        return sections;
    }
}
