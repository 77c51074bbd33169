package io.klamm.lab.cluster;

import io.klamm.lab.LabException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Kafka's own jars, and where they are found. */
record BrokerLibrary(Path dir, List<Path> jars) {

    static final String PROPERTY = "klamm.lab.lib";
    static final String VARIABLE = "KLAMM_LAB_LIB";
    private static final Path IN_THE_BUILD = Path.of("lab", "broker", "target", "lib");

    BrokerLibrary {
        jars = List.copyOf(jars);
    }

    /** The library in the folder, else where the property, the variable or the build tree says; throws {@link LabException}. */
    static BrokerLibrary find(@Nullable Path asked) {
        Path dir = asked != null ? asked : locate();
        try (Stream<Path> files = Files.list(dir)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            if (jars.stream().noneMatch(jar -> String.valueOf(jar.getFileName()).startsWith("kafka-server-"))) {
                throw new LabException(
                        "Kafka's jars: none in " + dir + " (expected: kafka-server-*.jar; " + advice() + ")");
            }
            return new BrokerLibrary(dir, jars);
        } catch (IOException e) {
            throw new LabException(
                    "Kafka's jars: " + dir + " cannot be read (expected: a folder; " + advice() + ")", e);
        }
    }

    String classPath() {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Path locate() {
        String property = System.getProperty(PROPERTY);
        if (property != null) {
            return Path.of(property).toAbsolutePath();
        }
        String variable = System.getenv(VARIABLE);
        if (variable != null) {
            return Path.of(variable).toAbsolutePath();
        }
        return inTheBuild(IN_THE_BUILD)
                .orElseThrow(() -> new LabException("Kafka's jars: not found (expected: " + advice() + ")"));
    }

    /** The folder of the source tree that we are in, whichever part of it that is. */
    static Optional<Path> inTheBuild(Path folder) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(folder))) {
                return Optional.of(at.resolve(folder));
            }
        }
        return Optional.empty();
    }

    private static String advice() {
        return "run 'mvn -pl lab/broker process-resources' in the source tree, or set -D" + PROPERTY + " or " + VARIABLE
                + " to the folder of Kafka's jars";
    }
}
