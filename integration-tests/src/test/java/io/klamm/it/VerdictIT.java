package io.klamm.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The life of the demo's slow consumer, as the README tells it: it falls behind, is stopped, set back, deleted; and all who speak of it say the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VerdictIT {

    private static final String GROUP = "slow-consumer";
    private static final Duration WINDOWS = Duration.ofMinutes(5);
    private static final Duration CYCLES = Duration.ofSeconds(30);

    @TempDir
    private static Path dataDir;

    private int kafkaPort;
    private Page page;
    private Program demo;

    @BeforeAll
    void start() throws Exception {
        kafkaPort = Ports.freeForLab();
        int port = Ports.free();
        page = new Page(port);
        demo = Program.klamm(
                dataDir, "demo", "--port", Integer.toString(port), "--kafka-port", Integer.toString(kafkaPort));
        demo.awaitLine(line -> line.equals("Klamm is ready at " + page.url()));
    }

    @AfterAll
    void end() {
        demo.close();
    }

    @Test
    @Order(1)
    void slowConsumer_fallsBehind_isSaidWithEvidenceByAll() throws Exception {
        awaitVerdict(WINDOWS, "warn", "err");

        JsonNode worst = worst();
        assertThat(worst.at("/evidence/text/en").asText()).isNotBlank();
        assertThat(worst.at("/evidence/text/ko").asText()).containsPattern("[가-힣]");
        assertThat(worst.at("/evidence/commits")).hasSizeGreaterThan(2);
        assertThat(worst.at("/evidence/ends")).hasSizeGreaterThan(2);
        assertThat(worst.at("/forecast/producedPerSecond").asDouble())
                .isGreaterThan(worst.at("/forecast/consumedPerSecond").asDouble());
        assertThat(worst.at("/lagSeconds").asDouble()).isPositive();
        assertAllAgree("warn", "err");
    }

    @Test
    @Order(2)
    void burrow_onTheSamePort_knowsTheGroup() throws Exception {
        Await.until(
                "Burrow's verdict",
                WINDOWS,
                () -> !burrow("/lag").at("/status/status").asText().equals("NOTFOUND"));
        JsonNode status = burrow("/lag");

        assertThat(status.path("error").asBoolean()).isFalse();
        assertThat(status.at("/status/partition_count").asInt()).isEqualTo(3);
        assertThat(status.at("/status/totallag").asLong()).isPositive();
        assertThat(burrow("").at("/topics/test-lag")).hasSize(3);
    }

    @Test
    @Order(3)
    void stopped_isStop() throws Exception {
        run("lab", "stop-consumer");

        awaitVerdict(WINDOWS, "stop");
        assertAllAgree("stop");
    }

    @Test
    @Order(4)
    void setBack_isRewind() throws Exception {
        String plan = run("groups", "reset-offsets", GROUP, "--to", "earliest", "--bootstrap-servers", servers());
        assertThat(plan).contains("Nothing was changed");
        run("groups", "reset-offsets", GROUP, "--to", "earliest", "--yes", "--bootstrap-servers", servers());

        awaitVerdict(CYCLES, "rewind");
        assertAllAgree("rewind");
    }

    @Test
    @Order(5)
    void deleted_vanishesFromEveryList() throws Exception {
        run("groups", "delete", GROUP, "--bootstrap-servers", servers());

        Await.until(
                "gone from the API",
                CYCLES,
                () -> page.get("/api/klamm/v1/clusters/demo/groups/" + GROUP).statusCode() == 404);
        Await.until("gone from the metrics", CYCLES, () -> !page.metrics().contains(GROUP));
        Await.until("gone from Burrow", CYCLES, () -> !page.get("/v3/kafka/demo/consumer")
                .body()
                .contains(GROUP));
        assertThat(run("groups", "list", "--url", page.url())).doesNotContain(GROUP);
        assertThat(run("groups", "list", "--bootstrap-servers", servers())).doesNotContain(GROUP);
    }

    @Test
    @Order(6)
    void startedAgain_isKnownAgain() throws Exception {
        run("lab", "start-consumer");

        Await.until(
                "known again",
                CYCLES,
                () -> page.get("/api/klamm/v1/clusters/demo/groups/" + GROUP).statusCode() == 200);
    }

    private void awaitVerdict(Duration limit, String... verdicts) throws Exception {
        Await.until(
                String.join(" or ", verdicts), limit, () -> List.of(verdicts).contains(verdict()));
    }

    /** The page shows what the API says; the metrics, the command line and Burrow's API have ways of their own. */
    private void assertAllAgree(String... verdicts) throws Exception {
        assertThat(verdict()).isIn((Object[]) verdicts);
        // The metrics of a new reading are written out while those before are still served.
        Await.until(String.join(" or ", verdicts) + " in the metrics", CYCLES, () -> saidByMetrics(List.of(verdicts)));
        String listed = run("groups", "list", "--url", page.url());
        assertThat(listed.lines()
                        .filter(line -> line.startsWith(GROUP))
                        .findFirst()
                        .orElseThrow()
                        .toLowerCase(Locale.ROOT))
                .containsAnyOf(verdicts);
    }

    private boolean saidByMetrics(List<String> verdicts) throws Exception {
        String metrics = page.metrics();
        return verdicts.stream()
                .anyMatch(verdict -> metrics.contains("klamm_consumergroup_verdict{cluster=\"demo\",consumergroup=\""
                        + GROUP + "\",verdict=\"" + verdict + "\"} 1"));
    }

    private JsonNode group() throws Exception {
        return page.json("/clusters/demo/groups/" + GROUP);
    }

    private String verdict() throws Exception {
        return group().at("/group/verdict").asText();
    }

    /** The first partition whose verdict is the group's. */
    private JsonNode worst() throws Exception {
        JsonNode group = group();
        for (JsonNode partition : group.path("partitions")) {
            if (partition.path("verdict").equals(group.at("/group/verdict"))) {
                return partition;
            }
        }
        throw new AssertionError("no worst partition in " + group);
    }

    private JsonNode burrow(String path) throws Exception {
        return page.jsonOf("/v3/kafka/demo/consumer/" + GROUP + path);
    }

    private String servers() {
        return "127.0.0.1:" + kafkaPort;
    }

    private String run(String... arguments) throws InterruptedException {
        Program program = Program.klamm(dataDir, arguments);
        assertThat(program.awaitExit()).as(program.output()).isZero();
        return program.output();
    }
}
