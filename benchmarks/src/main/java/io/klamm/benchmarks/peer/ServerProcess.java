package io.klamm.benchmarks.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that runs as a process of its own on loopback and ends with the benchmark. What it costs is read from {@code /proc}: all its threads, its garbage collector and compiler too. */
public final class ServerProcess implements AutoCloseable {

    private static final int MILLIS_A_TICK = 10;
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration ANSWER = Duration.ofMinutes(5);
    private static final int LEAST_SECONDS = 70;
    private static final int LOOK_SECONDS = 5;
    private static final int MOST_LOOKS = 60;
    private static final long QUIET_MILLIS = 150;
    private static final Pattern SNAPSHOT = Pattern.compile("\"name\":\"([^\"]+)\"");

    private final String name;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Process process;
    private final int port;
    private final Path snapshots;
    private final double readyMillis;
    private final long readyCpuMillis;

    private ServerProcess(String name, Process process, int port, String ready, Path snapshots)
            throws IOException, InterruptedException {
        this.name = name;
        this.process = process;
        this.port = port;
        this.snapshots = snapshots;
        long begun = System.nanoTime();
        awaitReady(ready);
        this.readyMillis = (System.nanoTime() - begun) / 1e6;
        this.readyCpuMillis = cpuMillis();
    }

    /**
     * Starts a server and waits until it is ready.
     *
     * @param command the program and its arguments, for the port that it is to listen on
     * @param ready a path that is answered by 200 when it is
     * @param log where its output goes
     * @param snapshots where it puts its snapshots
     */
    static ServerProcess start(String name, IntFunction<List<String>> command, String ready, Path log, Path snapshots)
            throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Process process = new ProcessBuilder(command.apply(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            return new ServerProcess(name, process, port, ready, snapshots);
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private void awaitReady(String path) throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IOException(name + ": ended with code " + process.exitValue() + " (expected: to listen)");
            }
            try {
                HttpRequest request = request(path).build();
                if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // It does not listen yet.
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        throw new IOException(name + ": not ready (expected: within " + START.toSeconds() + " s)");
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + pathAndQuery))
                .timeout(ANSWER);
    }

    public String name() {
        return name;
    }

    /** From the start of the process until it was ready, by wall clock. */
    public double readyMillis() {
        return readyMillis;
    }

    /** CPU time from the start of the process until it was ready. */
    public long readyCpuMillis() {
        return readyCpuMillis;
    }

    /** The body of an answer of 200; {@link IOException} for any other. */
    public byte[] get(String pathAndQuery) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request(pathAndQuery).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(name + ": status " + answer.statusCode() + " of " + pathAndQuery
                    + " (expected: 200): " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    /** Sends a remote write 1.0 request, compressed already. */
    public void write(byte[] body) throws IOException, InterruptedException {
        HttpRequest request = request("/api/v1/write")
                .header("Content-Type", "application/x-protobuf")
                .header("Content-Encoding", "snappy")
                .header("X-Prometheus-Remote-Write-Version", "0.1.0")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(
                    name + ": status " + answer.statusCode() + " of a write (expected: 2xx): " + answer.body());
        }
    }

    /** How late the ticks of the last seconds came, as Klamm's process says it. */
    public String lateness() throws IOException {
        return Files.readString(snapshots.resolve(Lateness.FILE));
    }

    /** Lets it write everything that it has to a directory of its own, the newest hours too, and gives that directory. */
    public Path snapshot() throws IOException, InterruptedException {
        HttpRequest request = request("/api/v1/admin/tsdb/snapshot")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        Matcher name = SNAPSHOT.matcher(answer);
        if (!name.find()) {
            throw new IOException(name() + ": answer to a snapshot: " + answer + " (expected: its name)");
        }
        return snapshots.resolve(name.group(1));
    }

    /** Waits until it has done what it does once a minute, and uses hardly any CPU time any more. */
    public void awaitQuiet() throws IOException, InterruptedException {
        TimeUnit.SECONDS.sleep(LEAST_SECONDS);
        for (int look = 0; look < MOST_LOOKS; look++) {
            long before = cpuMillis();
            TimeUnit.SECONDS.sleep(LOOK_SECONDS);
            if (cpuMillis() - before <= QUIET_MILLIS) {
                return;
            }
        }
        throw new IOException(name + ": not quiet (expected: less than " + QUIET_MILLIS + " ms of CPU time in "
                + LOOK_SECONDS + " s)");
    }

    /** CPU time that the process has used since it began, in steps of 10 ms. */
    public long cpuMillis() throws IOException {
        String stat = Files.readString(proc("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_A_TICK;
    }

    /** Memory that is resident now, in bytes. */
    public long residentBytes() throws IOException {
        return kibibytes("VmRSS:") << 10;
    }

    /** The most memory that was resident, in bytes. */
    public long peakBytes() throws IOException {
        return kibibytes("VmHWM:") << 10;
    }

    private long kibibytes(String field) throws IOException {
        return Files.readAllLines(proc("status")).stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow(() -> new IOException("/proc: no " + field + " of " + name));
    }

    private Path proc(String file) {
        return Path.of("/proc", Long.toString(process.pid()), file);
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
