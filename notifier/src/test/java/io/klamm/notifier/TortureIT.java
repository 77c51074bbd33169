package io.klamm.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process is killed at random moments while alerts come and go, and the other side answers 500, 429, nothing, or hangs up: every transition arrives, in order, at most
 * once more for each kill and for each answer that was lost, and then with the same id.
 */
class TortureIT {

    private static final int ROUNDS = Integer.getInteger("klamm.torture.kills", 12);
    private static final int ALERTS = 9;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How the other side answers. */
    private enum Mood {
        GOOD,
        BROKEN,
        BUSY,
        SILENT,
        FORGETFUL,
        DOWN
    }

    private final long seed = Long.getLong("klamm.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> told = new ArrayList<>();
    private final Map<Integer, Instant> firing = new TreeMap<>();
    private final Set<String> truth = new HashSet<>();
    private volatile Mood mood = Mood.GOOD;
    private HttpServer server;
    private int lostAnswers;

    @TempDir
    private Path directory;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Mood now = mood;
        String message = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try (exchange) {
            switch (now) {
                case GOOD -> {
                    note(message, false);
                    exchange.sendResponseHeaders(200, -1);
                }
                case BROKEN -> exchange.sendResponseHeaders(500, -1);
                case BUSY -> {
                    exchange.getResponseHeaders().add("Retry-After", "1");
                    exchange.sendResponseHeaders(429, -1);
                }
                case SILENT -> TimeUnit.MILLISECONDS.sleep(800);
                case FORGETFUL -> note(message, true);
                case DOWN -> exchange.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void note(String message, boolean lost) {
        told.add(message);
        lostAnswers += lost ? 1 : 0;
    }

    @Test
    void process_killedAgainAndAgain_everyTransitionArrives() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            run(Duration.ofMillis(200 + random.nextInt(1500)));
        }
        mood = Mood.GOOD;
        finish();
        check();
        System.out.printf(
                "torture: %d kills, %d incidents, %d messages, %d answers lost%n",
                ROUNDS, truth.size(), told.size(), lostAnswers);
    }

    private void run(Duration time) throws Exception {
        Process process = start();
        try (BufferedReader answers =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                Writer lines = process.outputWriter(StandardCharsets.UTF_8)) {
            assertThat(answers.readLine()).isEqualTo("ready");
            Instant end = Instant.now().plus(time);
            tellAll(lines, answers);
            while (Instant.now().isBefore(end)) {
                change(random.nextInt(ALERTS), lines, answers);
                if (random.nextInt(4) == 0) {
                    mood = Mood.values()[random.nextInt(Mood.values().length)];
                }
                TimeUnit.MILLISECONDS.sleep(random.nextInt(120));
            }
            process.toHandle().destroyForcibly();
            process.waitFor();
        } catch (IOException e) {
            assertThat(process.isAlive()).as("seed " + seed + ": " + e).isFalse();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TortureChild.class.getName(),
                        directory.toString(),
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** As rules do: what fires is told again. */
    private void tellAll(Writer lines, BufferedReader answers) throws IOException {
        for (Map.Entry<Integer, Instant> alert : firing.entrySet()) {
            say(
                    lines,
                    answers,
                    alert.getKey(),
                    alert.getValue(),
                    alert.getValue().plusSeconds(3600));
        }
    }

    private void change(int alert, Writer lines, BufferedReader answers) throws IOException {
        Instant now = Instant.now();
        Instant since = firing.remove(alert);
        if (since == null) {
            firing.put(alert, now);
            say(lines, answers, alert, now, now.plusSeconds(3600));
            truth.add(alert + " " + now);
        } else {
            say(lines, answers, alert, since, now);
        }
    }

    private static void say(Writer lines, BufferedReader answers, int alert, Instant start, Instant end)
            throws IOException {
        lines.write(alert + " " + start + " " + end + "\n");
        lines.flush();
        assertThat(answers.readLine()).isEqualTo("ok");
    }

    /** Everything ends, and there is time to tell it. */
    private void finish() throws Exception {
        Process process = start();
        try (BufferedReader answers =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                Writer lines = process.outputWriter(StandardCharsets.UTF_8)) {
            assertThat(answers.readLine()).isEqualTo("ready");
            tellAll(lines, answers);
            for (int alert : List.copyOf(firing.keySet())) {
                change(alert, lines, answers);
            }
            Instant end = Instant.now().plus(PATIENCE);
            while (!over().containsAll(truth) && Instant.now().isBefore(end)) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private synchronized Set<String> over() {
        Set<String> over = new HashSet<>();
        for (String message : told) {
            message.lines().skip(2).forEach(line -> {
                if (line.endsWith(" true")) {
                    over.add(line.substring(0, line.lastIndexOf(' ')));
                }
            });
        }
        return over;
    }

    private synchronized void check() {
        assertThat(over()).as("seed " + seed).containsAll(truth);
        Set<String> over = new HashSet<>();
        Map<String, String> texts = new HashMap<>();
        int twice = 0;
        for (String message : told) {
            String id = message.lines().findFirst().orElseThrow();
            String before = texts.putIfAbsent(id, message);
            if (before != null) {
                twice++;
                assertThat(message)
                        .as("seed %s: the same id, the same text", seed)
                        .isEqualTo(before);
                continue;
            }
            message.lines().skip(2).forEach(line -> {
                String episode = line.substring(0, line.lastIndexOf(' '));
                if (line.endsWith(" true")) {
                    over.add(episode);
                } else {
                    assertThat(over)
                            .as("seed %s: fires after it was over", seed)
                            .doesNotContain(episode);
                }
            });
        }
        assertThat(twice).as("seed %s: duplicates", seed).isLessThanOrEqualTo(ROUNDS + lostAnswers);
    }
}
