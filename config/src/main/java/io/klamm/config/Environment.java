package io.klamm.config;

import java.util.Map;
import java.util.Optional;

/** Where {@code ${NAME}} in a file gets its value from: the process's environment, or a map in a test. */
@FunctionalInterface
public interface Environment {

    /** The variable's value; empty when it is not set. A variable may be set to the empty string. */
    Optional<String> variable(String name);

    /** The environment of this process. */
    static Environment ofProcess() {
        return name -> Optional.ofNullable(System.getenv(name));
    }

    /** The given variables and no others. */
    static Environment of(Map<String, String> variables) {
        Map<String, String> copy = Map.copyOf(variables);
        return name -> Optional.ofNullable(copy.get(name));
    }
}
