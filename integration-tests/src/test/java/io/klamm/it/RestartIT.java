package io.klamm.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A server on a cluster of its own: what it says of a reader of transactions, and that a {@code kill -9} does not make it forget. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestartIT {

    private static final String CAUGHT_UP = "caught-up";
    private static final String LATE = "late";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    private static Path dataDir;

    private int kafkaPort;
    private int port;
    private Page page;
    private Program server;
    private Program reader;
    private Program late;
    private Program producer;

    @BeforeAll
    void start() throws Exception {
        kafkaPort = Ports.freeForLab();
        port = Ports.free();
        page = new Page(port);
        run("lab", "up", "--kafka-port", Integer.toString(kafkaPort));
        run("topic", "create", "payments", "1", "3", "--bootstrap-servers", servers());
        run("topic", "create", "orders", "3", "3", "--bootstrap-servers", servers());
        run(
                "produce",
                "--transactional",
                "--topic",
                "payments",
                "--rate",
                "50",
                "--messages",
                "200",
                "--bootstrap-servers",
                servers());
        reader = klamm(
                "consume",
                "--topic",
                "payments",
                "--group",
                CAUGHT_UP,
                "--process-time",
                "0",
                "--read-committed",
                "--recommit");
        producer = klamm("produce", "--topic", "orders", "--rate", "300", "--messages", "1000000");
        late = klamm("consume", "--topic", "orders", "--group", LATE, "--process-time", "0.05");
        server = startServer();
    }

    @AfterAll
    void end() throws Exception {
        for (Program program : new Program[] {server, late, producer, reader}) {
            // None of them is there when the set-up has failed: its own error is the one to be seen.
            if (program != null) {
                program.close();
            }
        }
        run("lab", "down");
    }

    private Program klamm(String command, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = command;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--bootstrap-servers";
        all[arguments.length + 2] = servers();
        return Program.klamm(dataDir, all);
    }

    private Program startServer() throws InterruptedException {
        Program program = klamm("server", "--listen", "127.0.0.1:" + port);
        program.awaitLine(line -> line.equals("Klamm listens at " + page.url()));
        return program;
    }

    /** Its last record is followed by the transaction's marker, which nobody can read: the lag of 1 will never go. */
    @Test
    @Order(1)
    void transactions_readerIsCaughtUp_isOkHereAndStallInBurrow() throws Exception {
        Await.until("Burrow says STALL", PATIENCE, () -> burrow(CAUGHT_UP).equals("STALL"));
        Await.until("Klamm says OK", PATIENCE, () -> verdict(CAUGHT_UP).equals("ok"));

        JsonNode partition = page.json("/clusters/default/groups/" + CAUGHT_UP).at("/partitions/0");
        assertThat(partition.path("lag").asLong()).isEqualTo(1);
        assertThat(partition.path("effectiveLag").asLong(-1)).isZero();
        assertThat(partition.at("/evidence/rule").asText()).containsIgnoringCase("marker");
    }

    @Test
    @Order(2)
    void killed_startedAgain_saysTheSameWithinTenSeconds() throws Exception {
        Await.until(
                "the late one is seen to be late", PATIENCE, () -> verdict(LATE).matches("warn|err"));
        Map<String, String> before = verdicts();
        server.signal("KILL");
        server.awaitExit();

        server = startServer();
        Await.until("ready", Duration.ofSeconds(60), () -> page.get("/-/ready").statusCode() == 200);

        Await.until(
                "the same verdicts", Duration.ofSeconds(10), () -> verdicts().equals(before));
        // As Burrow's, the API gives an answer out for 10 s, also the first one of all, that there is no such group
        // yet.
        Await.until("Burrow says STALL again", Duration.ofSeconds(30), () -> burrow(CAUGHT_UP)
                .equals("STALL"));
    }

    private String verdict(String group) throws Exception {
        return verdicts().getOrDefault(group, "");
    }

    /** By group. */
    private Map<String, String> verdicts() throws Exception {
        Map<String, String> verdicts = new TreeMap<>();
        page.json("/clusters/default/groups")
                .path("groups")
                .forEach(group -> verdicts.put(
                        group.path("group").asText(), group.path("verdict").asText()));
        return verdicts;
    }

    /** Burrow's verdict on the only partition. */
    private String burrow(String group) throws Exception {
        return page.jsonOf("/v3/kafka/default/consumer/" + group + "/lag")
                .at("/status/partitions/0/status")
                .asText();
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
