package io.klamm.config;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file's content as a tree in which every part knows its place. Immutable. */
sealed interface Node {

    Position at();

    /** What this is, for a person: "a list". */
    String kind();

    /** One value. {@code plain} when it is written without quotes. */
    record Scalar(Position at, String text, boolean plain) implements Node {

        private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

        /** Whether YAML 1.2 reads this as null. */
        boolean isNull() {
            return plain && NOTHING.contains(text);
        }

        @Override
        public String kind() {
            return isNull() ? "empty" : "a single value";
        }
    }

    record ListNode(Position at, List<Node> items) implements Node {

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Keys in the order of the file. */
    record MapNode(Position at, Map<String, Entry> entries) implements Node {

        static MapNode empty(Position at) {
            return new MapNode(at, Map.of());
        }

        @Override
        public String kind() {
            return "a section with keys";
        }
    }

    record Entry(Position keyAt, Node value) {}

    /** A part that already has its problem; whoever reads it takes the default and says nothing more. */
    record Refused(Position at) implements Node {

        @Override
        public String kind() {
            return "not usable";
        }
    }
}
