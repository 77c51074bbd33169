package io.klamm.web.burrow;

import java.util.Locale;
import java.util.Optional;

/** How much is logged, as Burrow names it. */
public enum LogLevel {
    DEBUG,
    INFO,
    WARN,
    ERROR,
    FATAL;

    /** Its name in answers. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level of a name in a request, in any case; empty for a name that none has. */
    public static Optional<LogLevel> of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "debug", "trace" -> Optional.of(DEBUG);
            case "info" -> Optional.of(INFO);
            case "warning", "warn" -> Optional.of(WARN);
            case "error" -> Optional.of(ERROR);
            case "fatal" -> Optional.of(FATAL);
            default -> Optional.empty();
        };
    }
}
