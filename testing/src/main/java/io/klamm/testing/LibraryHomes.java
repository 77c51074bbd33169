package io.klamm.testing;

import java.util.List;

/** The third-party libraries that have one home: a room must name them in {@link HouseRules#homeOf()} to use them. */
final class LibraryHomes {

    private static final List<String> HOMED = List.of(
            "org.apache.kafka",
            "org.apache.zookeeper",
            "io.vertx",
            "io.netty",
            "com.fasterxml.jackson",
            "org.snakeyaml",
            "org.tomlj",
            "com.google.re2j",
            "io.airlift",
            "org.roaringbitmap",
            "io.prometheus",
            "jakarta.mail",
            "picocli",
            "ch.qos.logback");

    private LibraryHomes() {}

    static boolean homed(String packageName) {
        return HOMED.stream().anyMatch(prefix -> packageName.equals(prefix) || packageName.startsWith(prefix + "."));
    }
}
