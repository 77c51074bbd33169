package io.klamm.lab.cluster;

import io.klamm.lab.LabException;
import java.nio.file.Path;

/** ZooKeeper's own jars, which only a source tree has. */
final class ZooKeeperLibrary {

    private static final Path IN_THE_BUILD = Path.of("lab", "zookeeper", "target", "lib");

    private ZooKeeperLibrary() {}

    /** Throws {@link LabException} where they are not. */
    static String classPath() {
        Path dir = BrokerLibrary.inTheBuild(IN_THE_BUILD)
                .orElseThrow(() -> new LabException("ZooKeeper's jars: not found (expected: run 'mvn -pl lab/zookeeper "
                        + "process-resources' in the source tree)"));
        return dir.resolve("*").toString();
    }
}
