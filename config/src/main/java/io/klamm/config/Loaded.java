package io.klamm.config;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a file: a value, or else problems; never both, never neither.
 *
 * @param value present exactly when there is no problem
 * @param problems ordered by line
 * @param warnings what is likely a slip but stops nothing, ordered by line
 */
public record Loaded<T>(Optional<T> value, List<Problem> problems, List<Problem> warnings) {

    public Loaded {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
        if (value.isPresent() != problems.isEmpty()) {
            throw new IllegalArgumentException("value: " + (value.isPresent() ? "present" : "absent") + " with "
                    + problems.size() + " problems (expected: a value or problems)");
        }
    }

    /** The value of a file that has no problem; an {@link IllegalStateException} that lists the problems otherwise. */
    public T orThrow() {
        return value.orElseThrow(() -> new IllegalStateException(text()));
    }

    /** One line for each problem; empty when there is none. */
    public String text() {
        return String.join("\n", problems.stream().map(Problem::text).toList());
    }
}
