package io.klamm.benchmarks.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Starts the servers that are compared, each with a directory of its own. */
public final class Servers {

    private static final String PROMETHEUS = "/usr/bin/prometheus";

    private Servers() {}

    /** Whether there is a Prometheus on this machine. */
    public static boolean hasPrometheus() {
        return Files.isExecutable(Path.of(PROMETHEUS));
    }

    /** Prometheus as it comes, but that it keeps old samples and takes remote writes. */
    public static ServerProcess prometheus(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Path config = Files.writeString(directory.resolve("prometheus.yml"), "global: {}\n");
        return ServerProcess.start(
                "Prometheus",
                port -> List.of(
                        PROMETHEUS,
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + directory.resolve("data"),
                        "--storage.tsdb.retention.time=100y",
                        "--web.enable-remote-write-receiver",
                        "--web.enable-admin-api",
                        "--web.listen-address=127.0.0.1:" + port),
                "/-/ready",
                directory.resolve("log"),
                directory.resolve("data").resolve("snapshots"));
    }

    /**
     * Klamm's store, engine, receiver and web server, without the rest of the program; with the options of the virtual machine that {@code bin/klamm} gives.
     *
     * @param heap the most that its heap may have, such as {@code 1g}
     */
    public static ServerProcess klamm(Path directory, String heap) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        return ServerProcess.start(
                "Klamm",
                port -> List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xms24m",
                        "-Xmx" + heap,
                        "-Xss512k",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreServer.class.getName(),
                        directory.resolve("data").toString(),
                        Integer.toString(port)),
                "/-/healthy",
                directory.resolve("log"),
                directory);
    }
}
