package io.klamm.scrape.peers;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of Debian's packages as a process of its own, that listens on loopback and ends with the test. */
final class RealProgram implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path log;
    private final int port;

    private RealProgram(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Skips the test where the program is not installed. */
    static Path installed(String name) {
        Path program = Path.of("/usr/bin", name);
        assumeThat(program).as("not installed: " + name).isExecutable();
        return program;
    }

    /** A node exporter; skips the test where there is none. */
    static RealProgram nodeExporter(Path directory) throws IOException, InterruptedException {
        int port = freePort();
        return start(
                directory,
                port,
                "/metrics",
                List.of(installed("prometheus-node-exporter").toString(), "--web.listen-address=127.0.0.1:" + port));
    }

    /** An Alertmanager that tells nobody; skips the test where there is none. */
    static RealProgram alertmanager(Path directory) throws IOException, InterruptedException {
        int port = freePort();
        Path config = Files.writeString(
                directory.resolve("alertmanager.yml"), "route: {receiver: none}\nreceivers: [{name: none}]\n");
        return start(
                directory,
                port,
                "/-/ready",
                List.of(
                        installed("prometheus-alertmanager").toString(),
                        "--config.file=" + config,
                        "--storage.path=" + directory.resolve("alertmanager"),
                        "--cluster.listen-address=",
                        "--web.listen-address=127.0.0.1:" + port));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Starts a program, and waits until it answers.
     *
     * @param directory where it may write
     * @param port where it is told to listen
     */
    static RealProgram start(Path directory, int port, String ready, List<String> command)
            throws IOException, InterruptedException {
        Path log = directory.resolve(port + ".log");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        RealProgram program = new RealProgram(process, log, port);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!program.answers(ready)) {
            if (System.nanoTime() > end || !process.isAlive()) {
                program.close();
                throw new AssertionError(command + " does not answer:\n" + Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return program;
    }

    private boolean answers(String path) throws InterruptedException {
        try {
            return send(path).statusCode() == 200;
        } catch (IOException e) {
            // It does not listen yet.
            return false;
        }
    }

    private HttpResponse<String> send(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return HTTP.send(
                HttpRequest.newBuilder(uri)
                        .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Its own metrics, in a format that is asked for. */
    HttpResponse<byte[]> metrics(String accept) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/metrics");
        return HTTP.send(
                HttpRequest.newBuilder(uri).header("Accept", accept).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The data of an answer of Prometheus's API. */
    JsonNode api(String path, String parameter, String value) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send("/api/v1/" + path + "?" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        JsonNode json = JSON.readTree(answer.body());
        if (!json.path("status").asText().equals("success")) {
            throw new AssertionError(path + " " + value + ": " + answer.body() + "\n" + Files.readString(log));
        }
        return json.path("data");
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** Ends it at once, as by kill -9. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            boolean unused = process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
