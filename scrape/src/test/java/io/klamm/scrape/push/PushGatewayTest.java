package io.klamm.scrape.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.series.Labels;
import io.klamm.scrape.pool.Readings;
import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import io.klamm.storage.memory.MemoryStorage;
import io.klamm.testing.ManualClock;
import io.klamm.testing.ManualTimers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushGatewayTest {

    private static final long START = 1_000_000_005_000L;
    private static final long FIRST = 1_000_000_010_000L;
    private static final long SECOND = 1_000_000_020_000L;
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final String JOB = "/metrics/job/j";
    private static final PushAnswer OK = new PushAnswer(200, "");

    @TempDir
    private Path directory;

    private final ManualClock clock = new ManualClock(Instant.ofEpochMilli(START));
    private final ManualTimers timers = new ManualTimers(clock);
    private final MemoryStorage store = new MemoryStorage();
    private PushGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = gateway(new PushConfig(Optional.of(directory), INTERVAL, 1_000, 3, 10));
    }

    private PushGateway gateway(PushConfig config) throws IOException {
        PushGateway made = new PushGateway(config, clock, timers::after, store);
        made.start();
        return made;
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void put_page_isWrittenEveryIntervalUntilItIsDeleted() {
        assertThat(put(JOB + "/dc/x", "# TYPE m gauge\nm{a=\"1\",job=\"own\",instance=\"i\"} 3\n"))
                .isEqualTo(OK);
        assertThat(Readings.ofPages(store)).as("not before its time").isEmpty();
        timers.advance(INTERVAL);
        timers.advance(INTERVAL);
        assertThat(handle("DELETE", JOB + "/dc/x", "")).isEqualTo(new PushAnswer(202, ""));
        timers.advance(INTERVAL);
        timers.advance(INTERVAL);
        assertThat(samples("m"))
                .as("the group's labels win, the others stay")
                .containsExactly("{__name__=\"m\", a=\"1\", dc=\"x\", instance=\"i\", job=\"j\"} 3.0@" + FIRST + " 3.0@"
                        + SECOND + " stale@" + (SECOND + 10_000));
        assertThat(gateway.groups()).isEmpty();
    }

    @Test
    void put_times_areSeriesOfTheirOwn() {
        put(JOB, "push_time_seconds 7\n");
        timers.advance(INTERVAL);
        assertThat(samples("push_time_seconds"))
                .containsExactly("{__name__=\"push_time_seconds\", job=\"j\"} 1.000000005E9@" + FIRST);
        assertThat(samples("push_failure_time_seconds"))
                .containsExactly("{__name__=\"push_failure_time_seconds\", job=\"j\"} 0.0@" + FIRST);
    }

    @Test
    void put_again_replacesTheGroup_post_onlyTheSameNames() {
        put(JOB, "a 1\nb 1\n");
        assertThat(post(JOB, "b{x=\"1\"} 2\nc 2\n")).isEqualTo(OK);
        assertThat(written()).containsExactly("a{job=\"j\"} 1.0", "b{job=\"j\", x=\"1\"} 2.0", "c{job=\"j\"} 2.0");
        put(JOB, "d 3\n");
        assertThat(written()).containsExactly("d{job=\"j\"} 3.0");
        post(JOB, "");
        assertThat(written()).as("an empty page adds nothing").containsExactly("d{job=\"j\"} 3.0");
        put(JOB, "");
        assertThat(written()).isEmpty();
        assertThat(gateway.groups()).as("and still it was pushed").hasSize(1);
    }

    @Test
    void put_differentLabels_areDifferentGroups() {
        put(JOB, "a 1\n");
        put(JOB + "/instance/b1", "a 2\n");
        assertThat(written()).containsExactly("a{instance=\"b1\", job=\"j\"} 2.0", "a{job=\"j\"} 1.0");
        handle("DELETE", JOB, "");
        assertThat(written()).containsExactly("a{instance=\"b1\", job=\"j\"} 2.0");
    }

    @Test
    void put_badPages_changeNothing() {
        put(JOB, "a 1\n");
        assertThat(put(JOB, "a 1 5\n"))
                .isEqualTo(new PushAnswer(400, "line 1: pushed metrics must not have timestamps"));
        assertThat(put(JOB, "b 1\nb\n").text()).startsWith("text format parsing error in line 2: ");
        assertThat(put(JOB, "b 1\nb{job=\"x\"} 2\n").text())
                .isEqualTo(
                        "line 2: {__name__=\"b\", job=\"j\"} was there before with the same name and label values (expected: each once)");
        assertThat(put(JOB, "# TYPE b counter\n# TYPE b gauge\nb 1\n").text())
                .isEqualTo("line 2: second TYPE line for metric name \"b\"");
        assertThat(put(JOB, "b 1\n# TYPE b gauge\n").text()).isEqualTo("line 2: TYPE reported after samples of \"b\"");
        assertThat(put(JOB, "klamm_push_group 1\n").status()).isEqualTo(400);
        assertThat(written()).containsExactly("a{job=\"j\"} 1.0");
        assertThat(gateway.groups().get(0).failed())
                .as("a page that cannot be read is the sender's affair")
                .isEmpty();
        assertThat(gateway.counts()).isEqualTo(new PushCounts(1, 6, 0));
    }

    @Test
    void put_conflictWithOtherGroups_isRefusedAndTheFailureIsASeries() {
        put(JOB, "# TYPE a counter\na{x=\"1\"} 1\n");
        PushAnswer otherType = put("/metrics/job/k", "# TYPE a gauge\na 1\n");
        assertThat(otherType)
                .isEqualTo(
                        new PushAnswer(
                                400,
                                "pushed metrics are invalid or inconsistent with existing metrics: a is a gauge (expected: a counter, as in group {job=\"j\"})"));
        assertThat(put(JOB + "/x/1", "# TYPE a counter\na 2\n").text())
                .contains("was there before with the same name and label values, in group");
        assertThat(written()).containsExactly("a{job=\"j\", x=\"1\"} 1.0");
        timers.advance(INTERVAL);
        assertThat(samples("push_failure_time_seconds"))
                .filteredOn(line -> line.contains("job=\"k\""))
                .singleElement()
                .asString()
                .contains(" 1.000000");
        assertThat(samples("push_time_seconds"))
                .filteredOn(line -> line.contains("job=\"k\""))
                .singleElement()
                .asString()
                .contains(" 0.0@");
        assertThat(put("/metrics/job/k", "# TYPE a counter\na 1\n")).isEqualTo(OK);
        assertThat(gateway.groups().get(1).failed()).as("a failure stays told").isPresent();
    }

    @Test
    void put_sameGroupOtherType_isTaken() {
        put(JOB, "# TYPE a counter\na 1\n");
        assertThat(post(JOB, "# TYPE a gauge\na 1\n")).isEqualTo(OK);
    }

    @Test
    void put_familyWithEndings_isOneFamily() {
        put(
                JOB,
                "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 1\nh_sum 1\nh_count 1\n# TYPE s summary\ns{quantile=\"0.5\"} 1\ns_sum 1\ns_count 1\n");
        assertThat(gateway.groups().get(0).families()).isEqualTo(2);
        post(JOB, "# TYPE h histogram\nh_sum 2\n");
        assertThat(written())
                .as("the whole histogram is replaced")
                .filteredOn(line -> line.startsWith("h"))
                .containsExactly("h_sum{job=\"j\"} 2.0");
    }

    @Test
    void put_more_thanAllowed_isRefused() {
        assertThat(put(JOB, "x".repeat(1_001)))
                .isEqualTo(new PushAnswer(413, "body of more than 1000 bytes (expected: at most that)"));
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < 11; i++) {
            page.append("a{i=\"").append(i).append("\"} 1\n");
        }
        assertThat(put(JOB, page.toString()))
                .isEqualTo(new PushAnswer(400, "pushed samples: 11 (expected: at most 10 in all groups)"));
        for (int i = 0; i < 3; i++) {
            assertThat(put(JOB + i, "a 1\n")).isEqualTo(OK);
        }
        assertThat(put(JOB + 3, "a 1\n")).isEqualTo(new PushAnswer(400, "pushed groups: 4 (expected: at most 3)"));
        assertThat(put(JOB + 2, "a 2\n")).as("one that is there may change").isEqualTo(OK);
    }

    @Test
    void handle_packedBody_isUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write("a 1\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(gateway.handle("POST", JOB, Map.of("content-encoding", "gzip"), packed.toByteArray()))
                .isEqualTo(OK);
        assertThat(written()).containsExactly("a{job=\"j\"} 1.0");
        assertThat(gateway.handle("POST", JOB, Map.of("Content-Encoding", "br"), new byte[0])
                        .status())
                .isEqualTo(400);
        assertThat(gateway.handle("POST", JOB, Map.of("Content-Encoding", "gzip"), new byte[] {1, 2})
                        .status())
                .isEqualTo(400);
    }

    @Test
    void handle_otherMethod_isNotAllowed() {
        assertThat(handle("GET", JOB, ""))
                .isEqualTo(new PushAnswer(405, "method: GET (expected: PUT, POST or DELETE)"));
        assertThat(handle("DELETE", "/metrics/job/unknown", ""))
                .as("what is gone is gone")
                .isEqualTo(new PushAnswer(202, ""));
    }

    @Test
    void start_again_takesUpWhatWasAcknowledged() throws IOException {
        String odd =
                "# HELP a Some \\\\ help\\nwith lines.\n# TYPE a counter\na{x=\"q\\\"uo\\\\te\\n\"} +Inf\na{x=\"nan\"} NaN\nb -0.0\n{\"odd.name\",\"odd.label\"=\"1\"} 5\n";
        assertThat(put(JOB + "/path@base64/L2EvYg", odd)).isEqualTo(OK);
        put("/metrics/job/gone", "a 1\n");
        put("/metrics/job/failed", "# TYPE a gauge\na 1\n");
        handle("DELETE", "/metrics/job/gone", "");
        List<String> before = written();
        List<PushedGroupView> groups = gateway.groups();
        gateway.close();
        gateway = gateway(new PushConfig(Optional.of(directory), INTERVAL, 1_000, 3, 10));
        assertThat(gateway.groups()).containsExactlyInAnyOrderElementsOf(groups);
        assertThat(written()).isEqualTo(before).hasSize(4);
        put("/metrics/job/k", "# TYPE a gauge\na 2\n");
        assertThat(gateway.counts().refused()).as("kinds are remembered").isEqualTo(1);
    }

    @Test
    void start_damagedFile_isLeftOutAndLeftThere() throws IOException {
        put(JOB, "a 1\nb 1\n");
        put("/metrics/job/k", "c 1\n");
        gateway.close();
        Path file = onlyFileWith("b{job");
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.indexOf("# HELP b")));
        gateway = gateway(new PushConfig(Optional.of(directory), INTERVAL, 1_000, 3, 10));
        assertThat(written()).containsExactly("c{job=\"k\"} 1.0");
        assertThat(file).exists();
    }

    @Test
    void handle_diskFails_isNotAcknowledged() throws IOException {
        put(JOB, "a 1\n");
        Path file = onlyFileWith("a{job");
        Files.createDirectory(file.resolveSibling(file.getFileName() + ".tmp"));
        assertThat(put(JOB, "a 2\n").status()).isEqualTo(500);
        assertThat(written()).containsExactly("a{job=\"j\"} 1.0");
    }

    @Test
    void close_writesNoMore() {
        put(JOB, "a 1\n");
        gateway.close();
        gateway.close();
        timers.advance(INTERVAL.multipliedBy(3));
        assertThat(samples("a")).isEmpty();
        assertThat(timers.waiting()).isZero();
    }

    private Path onlyFileWith(String text) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (Files.readString(file).contains(text)) {
                    return file;
                }
            }
        }
        throw new AssertionError("no file with " + text);
    }

    private PushAnswer put(String path, String page) {
        return handle("PUT", path, page);
    }

    private PushAnswer post(String path, String page) {
        return handle("POST", path, page);
    }

    private PushAnswer handle(String method, String path, String page) {
        return gateway.handle(method, path, Map.of(), page.getBytes(StandardCharsets.UTF_8));
    }

    /** What the next interval writes, without the times of pushes: {@code a{job="j"} 1.0}. */
    private List<String> written() {
        store.clear();
        timers.advance(INTERVAL);
        List<String> lines = new ArrayList<>();
        for (String line : Readings.of(store, new Matcher(MatchType.NOT_REGEX, Labels.NAME, "push_.*"))) {
            if (!line.contains(" stale@")) {
                String name = line.substring("{__name__=\"".length(), line.indexOf('"', "{__name__=\"".length()));
                String rest = line.substring("{__name__=\"".length() + name.length() + 1)
                        .replaceFirst("^, ", "");
                lines.add(name + "{" + rest.substring(0, rest.indexOf('@', rest.lastIndexOf('}'))));
            }
        }
        return lines;
    }

    private List<String> samples(String name) {
        return Readings.of(store, new Matcher(MatchType.EQUAL, Labels.NAME, name));
    }
}
