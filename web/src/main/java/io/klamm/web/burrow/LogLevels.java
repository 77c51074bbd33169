package io.klamm.web.burrow;

import java.util.Optional;

/** How much this process logs; {@code cmd} plugs it. */
@FunctionalInterface
public interface LogLevels {

    /** Changes it, if that is asked for, and says what it is then. */
    LogLevel level(Optional<LogLevel> change);
}
