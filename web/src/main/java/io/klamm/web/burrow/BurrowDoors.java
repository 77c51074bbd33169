package io.klamm.web.burrow;

import java.util.Optional;

/** All that Burrow's API needs of the rest of the program; {@code cmd} plugs it. */
public record BurrowDoors(BurrowViews views, LogLevels logLevels) {

    /** Of a server that keeps nothing for Burrow, and whose log level does not change. */
    public static BurrowDoors none() {
        return new BurrowDoors(BurrowViews.none(), (Optional<LogLevel> change) -> LogLevel.INFO);
    }
}
