package io.klamm.config;

import static io.klamm.config.YamlEvents.at;

import io.klamm.config.Node.Entry;
import io.klamm.config.Node.ListNode;
import io.klamm.config.Node.MapNode;
import io.klamm.config.Node.Refused;
import io.klamm.config.Node.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds the tree from the parser's events, so that limits hold while the file is read, not after.
 *
 * <p>Neither tags nor names of anchors are put into problems: an unquoted password may begin with {@code !}, {@code &} or {@code *}.
 */
final class YamlComposer {

    private static final int DEEPEST = 50;
    private static final String TAG = "a tag (expected: the value alone, in quotes if it begins with !)";

    private final Source source;
    private final YamlEvents events;
    private final YamlAnchors anchors;

    private YamlComposer(Source source, YamlEvents events) {
        this.source = source;
        this.events = events;
        this.anchors = new YamlAnchors(source);
    }

    /** The root of the text's only document, an empty section for an empty text; nothing when the text is not YAML (the problem is told). */
    static Optional<Node> compose(String text, Source source) {
        try {
            return Optional.of(new YamlComposer(source, new YamlEvents(text, source.file())).document());
        } catch (YamlEngineException notYaml) {
            SyntaxProblems.tell(notYaml, text, source);
            return Optional.empty();
        } catch (Abandoned abandoned) {
            abandoned.tell(source);
            return Optional.empty();
        }
    }

    private Node document() {
        Node root = MapNode.empty(Position.START);
        boolean started = false;
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case DocumentStart -> {
                    if (started) {
                        source.problem(
                                at(event), "", "a second document (expected: one document in a file, so one ---)");
                        return root;
                    }
                    started = true;
                    root = node(events.next(), "", 1);
                }
                case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
                case Alias, Scalar, SequenceStart, SequenceEnd, MappingStart, MappingEnd ->
                    throw new IllegalStateException(
                            "event: " + event.getEventId() + " (expected: one outside documents)");
            }
        }
        return root;
    }

    private Node node(Event event, String path, int depth) {
        if (depth > DEEPEST && event instanceof CollectionStartEvent) {
            // Reading on could take minutes: the parser's time grows with the square of the depth.
            throw new Abandoned(at(event), "nested too deep (expected: at most " + DEEPEST + " levels)");
        }
        if (event instanceof AliasEvent alias && source.dialect().aliases()) {
            return anchors.meaning(alias, path);
        }
        int before = anchors.begin();
        Node node = value(event, path, depth);
        anchors.end(event, node, before);
        return node;
    }

    private Node value(Event event, String path, int depth) {
        return switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event, path);
            case SequenceStart -> {
                refuseTag(event, path, ((SequenceStartEvent) event).getTag());
                yield list(event, path, depth);
            }
            case MappingStart -> {
                refuseTag(event, path, ((MappingStartEvent) event).getTag());
                yield map(event, path, depth);
            }
            case Alias -> refused(event, path, "an alias (expected: the value itself, in quotes if it begins with *)");
            case StreamStart, StreamEnd, DocumentStart, DocumentEnd, SequenceEnd, MappingEnd, Comment ->
                throw new IllegalStateException("event: " + event.getEventId() + " (expected: the start of a value)");
        };
    }

    private Node scalar(ScalarEvent event, String path) {
        return event.getTag().isPresent()
                ? refused(event, path, TAG)
                : new Scalar(at(event), event.getValue(), event.isPlain());
    }

    /** What a collection with a tag holds is still read, so that its problems are told too. */
    private void refuseTag(Event event, String path, Optional<String> tag) {
        if (tag.isPresent()) {
            source.problem(at(event), path, TAG);
        }
    }

    private Node list(Event start, String path, int depth) {
        List<Node> items = new ArrayList<>();
        Event next = events.next();
        while (next.getEventId() != Event.ID.SequenceEnd) {
            items.add(node(next, Paths.item(path, items.size()), depth + 1));
            next = events.next();
        }
        return new ListNode(at(start), List.copyOf(items));
    }

    private Node map(Event start, String path, int depth) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        List<MapNode> merged = new ArrayList<>();
        Event next = events.next();
        while (next.getEventId() != Event.ID.MappingEnd) {
            Node key = node(next, path, depth + 1);
            Optional<String> name = name(key, path);
            String valuePath = name.map(known -> Paths.child(path, known)).orElse(path);
            Entry entry = new Entry(at(next), node(events.next(), valuePath, depth + 1));
            if (source.dialect().aliases() && YamlAnchors.merges(key)) {
                merged.addAll(anchors.sections(entry.value(), valuePath));
            } else {
                name.ifPresent(known -> enter(entries, known, valuePath, entry));
            }
            next = events.next();
        }
        merged.forEach(section -> section.entries().forEach(entries::putIfAbsent));
        return new MapNode(at(start), entries);
    }

    private Optional<String> name(Node key, String path) {
        if (key instanceof Refused) {
            return Optional.empty();
        }
        if (key instanceof Scalar scalar && !scalar.isNull()) {
            return Optional.of(scalar.text());
        }
        source.problem(key.at(), path, key.kind() + " as a key (expected: a name)");
        return Optional.empty();
    }

    private void enter(Map<String, Entry> entries, String name, String path, Entry entry) {
        Entry first = entries.putIfAbsent(name, entry);
        if (first != null) {
            int line = first.keyAt().line();
            source.problem(
                    entry.keyAt(),
                    path,
                    "duplicate key (expected: each key once; this one is on line " + line + " too)");
        }
    }

    private Node refused(Event event, String path, String message) {
        source.problem(at(event), path, message);
        return new Refused(at(event));
    }
}
