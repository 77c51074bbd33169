package io.klamm.config;

import io.klamm.config.Node.Entry;
import io.klamm.config.Node.MapNode;
import io.klamm.config.Node.Scalar;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The keys of one section: those that it has, and those that were asked for. */
final class Keys {

    private final Source source;
    private final String path;
    private final Position at;
    private final MapNode map;
    private final boolean hidden;
    private final Set<String> known;

    /** @param hidden whether every value here may be a secret */
    Keys(Source source, String path, Position at, MapNode map, boolean hidden) {
        this.source = source;
        this.path = path;
        this.at = at;
        this.map = map;
        this.hidden = hidden;
        this.known = new TreeSet<>(source.dialect().keyOrder());
    }

    Set<String> written() {
        return Collections.unmodifiableSet(map.entries().keySet());
    }

    boolean has(String key) {
        return map.entries().containsKey(key);
    }

    /** Makes the key known, and finds its value. */
    Optional<Slot> find(String key, boolean secret) {
        known.add(key);
        String child = Paths.child(path, key);
        Optional<Source.FromEnvironment> overriding = source.overriding(child);
        if (overriding.isPresent()) {
            Scalar text = new Scalar(Position.WHOLE_FILE, overriding.get().text(), false);
            return Optional.of(new Slot(overriding.get().source(), child, Position.WHOLE_FILE, text, true));
        }
        return inFile(key, secret);
    }

    /** The same, whatever the environment has: no variable stands for a whole section. */
    Optional<Slot> inFile(String key, boolean secret) {
        known.add(key);
        String child = Paths.child(path, key);
        Entry entry = map.entries().get(key);
        return entry == null || absent(entry.value()) ? Optional.empty() : Optional.of(slot(key, child, entry, secret));
    }

    private Slot slot(String key, String child, Entry entry, boolean secret) {
        // A section may begin on the line below its key; the key is where people look.
        Position place = entry.value() instanceof Scalar scalar && !scalar.isNull() ? scalar.at() : entry.keyAt();
        boolean hide = hidden || secret || SecretKeys.looksSecret(key);
        return new Slot(source, child, place, entry.value(), hide);
    }

    private boolean absent(Node value) {
        return value instanceof Scalar scalar && source.dialect().absent(scalar);
    }

    /** Makes the key known, without a look at its value or at anything in it. */
    void ignore(String key) {
        known.add(key);
    }

    /** Where the key stands, or else where it would. */
    Position placeOf(String key) {
        Entry entry = map.entries().get(key);
        return entry == null ? at : entry.keyAt();
    }

    /** Tells of the keys that nobody asked for. */
    void tellUnknown() {
        map.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                unknown(key, entry);
            }
        });
    }

    private void unknown(String key, Entry entry) {
        String child = Paths.child(path, key);
        String nearest = NearestName.of(key, known).orElse(null);
        if (source.dialect().lenient()) {
            source.warning(entry.keyAt(), child, "unknown key, it is ignored", nearest);
            return;
        }
        String expected = known.isEmpty() ? "no keys here" : "one of " + String.join(", ", known);
        String message = nearest == null ? "unknown key (expected: " + expected + ")" : "unknown key";
        source.problem(entry.keyAt(), child, message, nearest);
    }

    /** Tells of a key that ought to be here. */
    void missing(String key, String expected) {
        source.problem(at, Paths.child(path, key), "missing (expected: " + expected + ")");
    }
}
