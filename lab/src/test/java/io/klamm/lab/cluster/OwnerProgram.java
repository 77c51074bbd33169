package io.klamm.lab.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program that owns a lab and never ends it: the test kills it. */
final class OwnerProgram {

    private OwnerProgram() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path dir = Path.of(arguments[0]);
        LabConfig config = LabConfig.in(dir)
                .brokers(1)
                .kafkaPort(Integer.parseInt(arguments[1]))
                .build();
        LabCluster lab = LabCluster.start(config, step -> {});
        Files.writeString(dir.resolve("ready"), lab.bootstrapServers());
        new CountDownLatch(1).await();
    }
}
