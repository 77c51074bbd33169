package io.klamm.benchmarks;

import io.klamm.benchmarks.peer.ServerProcess;
import io.klamm.benchmarks.peer.Servers;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The same Kafka-like data in Klamm's store and in Prometheus's, both filled once by remote write, in directories that may be kept. */
final class BenchmarkStores {

    private static final int ROWS_AN_HOUR = 3_600_000 / KafkaLikeData.STEP;
    private static final int SEED = 1;
    private static final PrintStream OUT = System.out;

    private final Path directory;
    private final int series;
    private final int hours;
    private final String heap;

    BenchmarkStores(Path directory, int series, int hours, String heap) {
        this.directory = directory;
        this.series = series;
        this.hours = hours;
        this.heap = heap;
    }

    int hours() {
        return hours;
    }

    /** The time of the last row, in milliseconds since the epoch. */
    long last() {
        return KafkaLikeData.START + (long) (hours * ROWS_AN_HOUR - 1) * KafkaLikeData.STEP;
    }

    /** Starts Klamm with its data. */
    ServerProcess klamm() throws IOException, InterruptedException {
        return Servers.klamm(directory.resolve("klamm-" + series + "-" + hours), heap);
    }

    /** Starts Prometheus with its data. */
    ServerProcess prometheus() throws IOException, InterruptedException {
        return Servers.prometheus(directory.resolve("prometheus-" + series + "-" + hours));
    }

    /** Fills what is not there yet. */
    void fill() throws IOException, InterruptedException {
        fillKlamm();
        fill(this::prometheus);
    }

    /** Fills Klamm alone if that is not done yet. */
    void fillKlamm() throws IOException, InterruptedException {
        Files.createDirectories(directory);
        fill(this::klamm);
    }

    /** The rows that follow those that were filled in. */
    KafkaLikeRequests furtherRows() {
        KafkaLikeData data = new KafkaLikeData(series, 0, SEED);
        for (int row = 0; row < hours * ROWS_AN_HOUR; row++) {
            data.next();
        }
        return new KafkaLikeRequests(data);
    }

    private interface Start {
        ServerProcess server() throws IOException, InterruptedException;
    }

    private void fill(Start start) throws IOException, InterruptedException {
        try (ServerProcess server = start.server()) {
            Path filled = directory.resolve(server.name() + "-" + series + "-" + hours + ".filled");
            if (Files.exists(filled)) {
                return;
            }
            KafkaLikeRequests requests = new KafkaLikeRequests(new KafkaLikeData(series, 0, SEED));
            for (int row = 0; row < hours * ROWS_AN_HOUR; row++) {
                requests.row(server::write);
            }
            server.awaitQuiet();
            OUT.printf("%s: filled with %d rows of %d series%n", server.name(), hours * ROWS_AN_HOUR, series);
            Files.createFile(filled);
        }
    }
}
