package io.klamm.storage.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;

/** A real server as a process of its own, on loopback, that ends with the test. */
public final class RealProcess implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long PATIENCE_MILLIS = 60_000;

    private final Process process;
    private final Path log;
    private final int port;

    private RealProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Prometheus with a configuration; skips the test where there is none. */
    public static RealProcess prometheus(Path directory, String config, String... flags) {
        Path program = program("/usr/bin/prometheus");
        int port = freePort();
        Path file = directory.resolve("prometheus.yml");
        write(file, config.replace("SELF", "127.0.0.1:" + port));
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--config.file=" + file,
                "--storage.tsdb.path=" + directory.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port));
        command.addAll(List.of(flags));
        RealProcess started = start(command, directory.resolve("prometheus.log"), port);
        started.awaitGet("/-/ready", body -> body.contains("Ready"));
        return started;
    }

    /** VictoriaMetrics, one node; skips the test where there is none. */
    public static RealProcess victoriaMetrics(Path directory) {
        Path program = program("/usr/bin/victoria-metrics");
        int port = freePort();
        List<String> command = List.of(
                program.toString(),
                "-storageDataPath=" + directory.resolve("vm"),
                "-httpListenAddr=127.0.0.1:" + port,
                "-retentionPeriod=100y");
        RealProcess started = start(command, directory.resolve("vm.log"), port);
        started.awaitGet("/health", body -> body.contains("OK"));
        return started;
    }

    private static Path program(String path) {
        Path program = Path.of(path);
        Assumptions.assumeTrue(Files.isExecutable(program), () -> "skipped: no " + path);
        return program;
    }

    private static RealProcess start(List<String> command, Path log, int port) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new RealProcess(process, log, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The answer to an instant query, as text. */
    public String query(String expression) {
        return get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
    }

    public String get(String path) {
        try {
            return HTTP.send(HttpRequest.newBuilder(url(path)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks until the answer is as wanted, and gives it; fails with the last answer and the program's log. */
    public String awaitGet(String path, Predicate<String> wanted) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        String last = "";
        while (System.nanoTime() < end) {
            last = get(path);
            if (wanted.test(last)) {
                return last;
            }
            pause();
        }
        throw new AssertionError(path + ": " + last + "\n" + log());
    }

    public String awaitQuery(String expression, Predicate<String> wanted) {
        return awaitGet("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8), wanted);
    }

    /** What the program has said. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
