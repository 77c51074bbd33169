package io.klamm.promql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How series of the left side of an operator find those of the right.
 *
 * @param labels the names in {@code on(...)} or {@code ignoring(...)}; empty where neither is written
 * @param on whether the labels named must be equal, rather than all others
 * @param include labels that the result takes from the side that has one series for many
 * @param fillLeft the value of series that the left side lacks ({@code fill}, {@code fill_left}); null: no result
 * @param fillRight the value of series that the right side lacks ({@code fill}, {@code fill_right}); null: no result
 */
public record VectorMatching(
        Cardinality cardinality,
        List<String> labels,
        boolean on,
        List<String> include,
        @Nullable Double fillLeft,
        @Nullable Double fillRight) {

    /** How many series of the left may match how many of the right. */
    public enum Cardinality {
        ONE_TO_ONE("one-to-one"),
        /** Many on the left: {@code group_left}. */
        MANY_TO_ONE("many-to-one"),
        /** Many on the right: {@code group_right}. */
        ONE_TO_MANY("one-to-many"),
        /** Set operators. */
        MANY_TO_MANY("many-to-many");

        private final String words;

        Cardinality(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public VectorMatching {
        labels = List.copyOf(labels);
        include = List.copyOf(include);
    }

    /** All labels equal, without {@code fill}. */
    public static VectorMatching onAll(Cardinality cardinality) {
        return new VectorMatching(cardinality, List.of(), false, List.of(), null, null);
    }

    public boolean fills() {
        return fillLeft != null || fillRight != null;
    }
}
