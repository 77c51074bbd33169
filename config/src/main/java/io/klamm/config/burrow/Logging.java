package io.klamm.config.burrow;

import io.klamm.config.Section;
import java.util.List;

/**
 * The section {@code logging}.
 *
 * @param filename empty for standard output
 * @param level in lower case
 * @param maxSize in megabytes
 * @param maxAge in days
 */
public record Logging(
        String filename,
        String level,
        int maxSize,
        int maxBackups,
        int maxAge,
        boolean useLocalTime,
        boolean useCompression) {

    private static final List<String> LEVELS =
            List.of("debug", "trace", "info", "warn", "warning", "error", "panic", "fatal");

    static Logging bind(Section section) {
        return new Logging(
                section.string("filename", ""),
                section.value("level", Values.oneOf(LEVELS), "info"),
                section.integer("maxsize", 100, Values.NOT_NEGATIVE),
                section.integer("maxbackups", 10, Values.NOT_NEGATIVE),
                section.integer("maxage", 30, Values.NOT_NEGATIVE),
                section.value("use-localtime", Values.BOOL, false),
                section.value("use-compression", Values.BOOL, false));
    }
}
