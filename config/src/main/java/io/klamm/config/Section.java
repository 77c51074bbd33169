package io.klamm.config;

import io.klamm.config.Node.ListNode;
import io.klamm.config.Node.MapNode;
import io.klamm.config.Node.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A section of the file: keys that are asked for by name and type, problems that are gathered, not thrown.
 *
 * <p>Asking for a key makes it known; keys that nobody asked for are reported at the end with the nearest known name. Every accessor gives a
 * usable value: where the file's is bad, the default; where a required one is bad or missing, a stand-in that fits the type and range. A
 * section that is absent behaves like an empty one. Not for use by several threads.
 */
public final class Section {

    private static final String STAND_IN = "?";

    private final Source source;
    private final String path;
    private final Position at;
    private final boolean hidden;
    private final Keys keys;
    private final Map<String, List<Section>> children = new LinkedHashMap<>();
    private boolean finished;

    private Section(Source source, String path, Position at, MapNode map, boolean hidden) {
        this.source = source;
        this.path = path;
        this.at = at;
        this.hidden = hidden;
        this.keys = new Keys(source, path, at, map, hidden);
    }

    static Section root(Source source, MapNode map) {
        return new Section(source, "", map.at(), map, false);
    }

    /** Where this section is, such as {@code clusters[0]}; empty for the whole file. */
    public String path() {
        return path;
    }

    /** Whether the file has this key, with whatever value. Does not make the key known. */
    public boolean has(String key) {
        return keys.has(key);
    }

    /** All keys that this section has, as they are written. Does not make them known. */
    public Set<String> keys() {
        return keys.written();
    }

    /** Any text but the empty one; numbers and booleans are taken as they are written. */
    public String string(String key) {
        return required(key, Formats.TEXT, STAND_IN);
    }

    public String string(String key, String fallback) {
        return value(key, Formats.TEXT, fallback);
    }

    public Optional<String> optionalString(String key) {
        return optional(key, Formats.TEXT);
    }

    /** Any text, even the empty one. */
    public String text(String key, String fallback) {
        return slot(key).flatMap(slot -> slot.allowingEmpty("text")).orElse(fallback);
    }

    /** One of the allowed texts, exactly as written there; the stand-in is the first. */
    public String oneOf(String key, List<String> allowed) {
        return required(key, Formats.oneOf(allowed), allowed.get(0));
    }

    public String oneOf(String key, List<String> allowed, String fallback) {
        return value(key, Formats.oneOf(allowed), fallback);
    }

    /** One of the allowed constants: {@code SASL_SSL}, {@code sasl_ssl} and {@code sasl-ssl} are the same. The stand-in is the first. */
    public <E extends Enum<E>> E choice(String key, List<E> allowed) {
        return required(key, Formats.choice(allowed), allowed.get(0));
    }

    public <E extends Enum<E>> E choice(String key, List<E> allowed, E fallback) {
        return value(key, Formats.choice(allowed), fallback);
    }

    /** A whole number in the range, and in that of an int. The stand-in is the range's least. */
    public int integer(String key, Range range) {
        return Math.toIntExact(
                required(key, Formats.integer(range.ofInts()), range.ofInts().min()));
    }

    public int integer(String key, int fallback, Range range) {
        return Math.toIntExact(value(key, Formats.integer(range.ofInts()), (long) fallback));
    }

    public long longInteger(String key, long fallback, Range range) {
        return value(key, Formats.integer(range), fallback);
    }

    /** {@code true} or {@code false}; YAML 1.1's yes, no, on and off are problems. */
    public boolean bool(String key) {
        return required(key, source.dialect().booleans(), false);
    }

    public boolean bool(String key, boolean fallback) {
        return value(key, source.dialect().booleans(), fallback);
    }

    /** A duration such as {@code 1m30s}; {@link Durations} tells the form. The stand-in is one second. */
    public Duration duration(String key) {
        return required(key, Durations.FORMAT, Duration.ofSeconds(1));
    }

    public Duration duration(String key, Duration fallback) {
        return value(key, Durations.FORMAT, fallback);
    }

    /** A duration from min to max, both included. */
    public Duration duration(String key, Duration fallback, Duration min, Duration max) {
        return value(key, Durations.between(min, max), fallback);
    }

    /** A size such as {@code 1.5MiB}; {@link ByteSize} tells the form. */
    public ByteSize byteSize(String key, ByteSize fallback) {
        return value(key, ByteSize.FORMAT, fallback);
    }

    /** A size from min to max, both included. */
    public ByteSize byteSize(String key, ByteSize fallback, ByteSize min, ByteSize max) {
        return value(key, ByteSize.between(min, max), fallback);
    }

    /** A literal, {@code ${NAME}} or {@code file:/path} (one line end at the file's end is dropped); the value is in no problem. */
    public Secret secret(String key) {
        Optional<Slot> slot = keys.find(key, true);
        if (slot.isEmpty()) {
            keys.missing(key, "a secret, ${NAME} or file:/path");
        }
        return slot.flatMap(Slot::secret).orElse(Secret.of(STAND_IN));
    }

    public Optional<Secret> optionalSecret(String key) {
        return keys.find(key, true).flatMap(Slot::secret);
    }

    /** A required value in a form of the room's own. */
    public <T> T required(String key, Format<T> format, T standIn) {
        Optional<Slot> slot = slot(key);
        if (slot.isEmpty()) {
            keys.missing(key, format.expected());
        }
        return slot.flatMap(found -> found.read(format)).orElse(standIn);
    }

    /** A value in a form of the room's own. */
    public <T> T value(String key, Format<T> format, T fallback) {
        return optional(key, format).orElse(fallback);
    }

    /** A value in a form of the room's own; empty when it is absent or bad. */
    public <T> Optional<T> optional(String key, Format<T> format) {
        return slot(key).flatMap(slot -> slot.read(format));
    }

    /** Texts; a single one may be written without the list. Absent is the empty list, bad items are left out. */
    public List<String> strings(String key) {
        return list(key, Formats.TEXT, List.of());
    }

    public List<String> strings(String key, List<String> fallback) {
        return list(key, Formats.TEXT, fallback);
    }

    /** Values in a form of the room's own; a single one may be written without the list. Bad items are left out. */
    public <T> List<T> list(String key, Format<T> format, List<T> fallback) {
        Optional<Slot> slot = slot(key);
        if (slot.isEmpty()) {
            return fallback;
        }
        if (slot.get().node() instanceof Scalar scalar && !scalar.isNull()) {
            return single(slot.get(), scalar, format, fallback);
        }
        return slot.get()
                .list("a list, each item " + format.expected())
                .map(list -> items(slot.get(), list).stream()
                        .flatMap(item -> item.read(format).stream())
                        .toList())
                .orElse(fallback);
    }

    /** One text in the place of a list; other programs' files may have several values in it. */
    private static <T> List<T> single(Slot slot, Scalar scalar, Format<T> format, List<T> fallback) {
        return slot.source().dialect().lenient()
                ? slot.split(scalar).stream()
                        .flatMap(part -> part.read(format).stream())
                        .toList()
                : slot.read(format).map(List::of).orElse(fallback);
    }

    /** A section within this one; an empty one when the key is absent. */
    public Section section(String key) {
        List<Section> found = children.get(key);
        if (found == null) {
            found = List.of(keys.inFile(key, false)
                    .flatMap(slot -> slot.map().map(nested -> child(slot, nested)))
                    .orElseGet(() -> absent(key)));
            children.put(key, found);
        }
        return found.get(0);
    }

    /** Sections in a list, in the order of the file; none when the key is absent. */
    public List<Section> sections(String key) {
        return children.computeIfAbsent(key, this::listed);
    }

    /**
     * What each section of a list is bound to, in the order of the file.
     *
     * <p>A section whose binder or record throws an {@link IllegalArgumentException} is left out, with its message as the problem.
     */
    public <T> List<T> sections(String key, Function<Section, T> binder) {
        return sections(key).stream()
                .flatMap(section -> section.bound(binder).stream())
                .toList();
    }

    /** Binds this section; what a record refuses becomes a problem here, unless problems explain it already. */
    <T> Optional<T> bound(Function<Section, T> binder) {
        int before = source.problems().count();
        try {
            return Optional.of(binder.apply(this));
        } catch (IllegalArgumentException refused) {
            // The binder did not get to all keys, so the rest would look unknown without being so.
            finished = true;
            if (source.problems().count() == before) {
                problem(Objects.requireNonNullElse(
                        refused.getMessage(), "refused (expected: values that fit together)"));
            }
            return Optional.empty();
        }
    }

    /** Keys that only the user of the file knows, with single values. Values of keys that look secret may be {@code file:/path}. */
    public FreeMap freeMap(String key) {
        Map<String, String> values = new LinkedHashMap<>();
        keys.inFile(key, false)
                .flatMap(slot -> slot.map().map(nested -> child(slot, nested)))
                .ifPresent(section -> section.keys().forEach(name -> section.slot(name)
                        .flatMap(slot -> slot.freeText(SecretKeys.mayComeFromFile(name)))
                        .ifPresent(text -> values.put(name, text))));
        return FreeMap.of(values);
    }

    /** Adds a problem of the room's own at a key, or at this section when the key is absent. The message must not hold a secret. */
    public void problem(String key, String message) {
        slot(key)
                .ifPresentOrElse(
                        slot -> slot.problem(message), () -> source.problem(at, Paths.child(path, key), message));
    }

    /** Adds a problem of the room's own at this section. */
    public void problem(String message) {
        source.problem(at, path, message);
    }

    /** Adds a warning at a key, or at this section when the key is absent. The message must not hold a secret. */
    public void warning(String key, String message) {
        source.warning(keys.placeOf(key), Paths.child(path, key), message, null);
    }

    /** Adds a warning at this section. */
    public void warning(String message) {
        source.warning(at, path, message, null);
    }

    /** Makes a key known, and does not look at its value or at anything in it. */
    public void ignore(String key) {
        keys.ignore(key);
    }

    /** Adds the problem that a key's value is none of the names, with the nearest one; known names follow the words of {@code expected}. */
    public void refuseName(String key, String expected, Collection<String> names) {
        String known = names.isEmpty() ? "there is none" : "one of " + String.join(", ", names);
        slot(key)
                .ifPresentOrElse(
                        slot -> slot.refuse(expected + "; " + known, names),
                        () -> keys.missing(key, expected + "; " + known));
    }

    /** Adds the problem {@code "the value as written" (expected: ...)} at a key; a secret's value is not shown. */
    public void refuse(String key, String expected) {
        slot(key).ifPresentOrElse(slot -> slot.refuse(expected), () -> keys.missing(key, expected));
    }

    /** Reports the keys that nobody asked for, here and in all sections below; a second call does nothing. */
    void finish() {
        if (finished) {
            return;
        }
        finished = true;
        keys.tellUnknown();
        children.values().forEach(sections -> sections.forEach(Section::finish));
    }

    private Optional<Slot> slot(String key) {
        return keys.find(key, false);
    }

    private static List<Slot> items(Slot slot, ListNode list) {
        List<Slot> items = new ArrayList<>();
        for (Node item : list.items()) {
            String itemPath = Paths.item(slot.path(), items.size());
            items.add(new Slot(slot.source(), itemPath, item.at(), item, slot.hidden()));
        }
        return items;
    }

    private List<Section> listed(String key) {
        return keys.inFile(key, false).map(Section::listed).orElse(List.of());
    }

    /** The sections of a list; what is none is told and left out. */
    static List<Section> listed(Slot slot) {
        return slot.list("a list of sections").map(list -> items(slot, list)).orElse(List.of()).stream()
                .flatMap(item -> item.map().map(nested -> child(item, nested)).stream())
                .toList();
    }

    private static Section child(Slot slot, MapNode nested) {
        return new Section(slot.source(), slot.path(), slot.at(), nested, slot.hidden());
    }

    private Section absent(String key) {
        return new Section(source, Paths.child(path, key), at, MapNode.empty(at), hidden);
    }
}
