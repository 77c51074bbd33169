package io.klamm.config;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One mistake in a file, in words for the person who wrote it.
 *
 * @param file the file as the caller named it
 * @param line counted from 1; 0 when the problem is the whole file
 * @param column counted from 1 in code points; 0 when the problem is the whole file
 * @param path where in the tree, such as {@code clusters[0].interval}; empty when the problem has no key
 * @param message {@code what (expected: ...)}; never holds the value of a secret
 * @param suggestion the nearest name that would have been right, or null
 */
public record Problem(
        String file,
        int line,
        int column,
        String path,
        String message,
        @Nullable String suggestion) implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::path)
            .thenComparing(Problem::message);

    /** The problem in one line: {@code klamm.yaml:7: clusters[0].interval: "15x" (expected: a duration such as 15s or 1m30s)}. */
    public String text() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        text.append(": ");
        if (!path.isEmpty()) {
            text.append(path).append(": ");
        }
        text.append(message);
        if (suggestion != null) {
            text.append(" (did you mean ").append(suggestion).append("?)");
        }
        return text.toString();
    }

    /** By file, then line, column and path. */
    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text();
    }
}
