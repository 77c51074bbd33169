package io.klamm.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A program under test: a process, and all that it has printed so far. */
final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final String what;
    private final List<String> lines = new ArrayList<>();
    private final Thread reader;

    private Program(Process process, String what) {
        this.process = process;
        this.what = what;
        this.reader = new Thread(this::read, "output of " + what);
        this.reader.setDaemon(true);
        this.reader.start();
    }

    /** {@code klamm} from the distribution that the build has made. */
    static Program klamm(Path dataDir, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(property("klamm.dist"), "bin", "klamm").toString());
        command.addAll(List.of(arguments));
        return start(command, Map.of("KLAMM_DATA_DIR", dataDir.toString()), Path.of(""));
    }

    static Program start(List<String> command, Map<String, String> environment, Path directory) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .directory(directory.toAbsolutePath().toFile());
        // The coverage agent of this JVM is not for others.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        try {
            return new Program(builder.start(), String.join(" ", command));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String property(String name) {
        return Objects.requireNonNull(
                System.getProperty(name), () -> name + " is not set; run these tests by: mvn verify");
    }

    /** Waits for a line, and returns it. */
    String awaitLine(Predicate<String> wanted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            synchronized (lines) {
                for (String line : lines) {
                    if (wanted.test(line)) {
                        return line;
                    }
                }
            }
            if ((!process.isAlive() && !reader.isAlive()) || System.nanoTime() > end) {
                throw new AssertionError("the line did not come from: " + what + "\n" + output());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Waits for the end, and returns the exit code. */
    int awaitExit() throws InterruptedException {
        return awaitExit(PATIENCE);
    }

    int awaitExit(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still runs after " + limit.toSeconds() + " s: " + what + "\n" + output());
        }
        reader.join(5_000);
        return process.exitValue();
    }

    /** Everything printed so far, stdout and stderr together. */
    String output() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** Another signal, by its name. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            synchronized (lines) {
                lines.add("(output ended: " + e.getMessage() + ")");
            }
        }
    }
}
