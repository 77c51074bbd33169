package io.klamm.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

/** {@code klamm demo}, as the README tells it, from the ready line to Ctrl-C and a second start. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoIT {

    private static final String GROUP = "slow-consumer";
    private static final String TOPIC = "test-lag";
    private static final String LAG_ALERT = "DemoConsumerLag";
    private static final String REPLICAS_ALERT = "PartitionsUnderReplicated";
    private static final Duration CYCLES = Duration.ofSeconds(30);

    @TempDir
    private static Path dataDir;

    private int kafkaPort;
    private int port;
    private Page page;
    private SlackSink slack;
    private Program demo;

    @BeforeAll
    void start() throws Exception {
        kafkaPort = Ports.freeForLab();
        port = Ports.free();
        page = new Page(port);
        slack = SlackSink.start();
        demo = startDemo();
    }

    @AfterAll
    void end() {
        demo.close();
        slack.close();
    }

    private Program startDemo() throws InterruptedException {
        Program program = Program.klamm(
                dataDir,
                "demo",
                "--port",
                Integer.toString(port),
                "--kafka-port",
                Integer.toString(kafkaPort),
                "--slack-url",
                slack.url());
        program.awaitLine(line -> line.equals("Klamm is ready at http://127.0.0.1:" + port));
        return program;
    }

    @Test
    @Order(1)
    void ready_atOnce_lagIsOnThePage() throws Exception {
        JsonNode group = page.json("/clusters/demo/groups/" + GROUP).path("group");

        assertThat(group.path("totalLag").asLong()).isPositive();
        assertThat(page.get("/").body()).contains("<title>");
        assertThat(page.get("/-/ready").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void lag_fourPlaces_agreeWithKafkasOwnTool() throws Exception {
        Await.until(
                "all partitions committed",
                CYCLES,
                () -> KafkaTool.committed(servers(), GROUP, TOPIC).size() == 3);

        // The consumer goes on while we look, so what is asked in the middle lies between what the tool says before and
        // after.
        Map<Integer, Long> before = KafkaTool.committed(servers(), GROUP, TOPIC);
        JsonNode rows =
                new ObjectMapper().readTree(run("lag", "--group", GROUP, "--json", "--bootstrap-servers", servers()));
        String described = run("groups", "describe", GROUP, "--bootstrap-servers", servers());
        Map<Integer, Long> after = KafkaTool.committed(servers(), GROUP, TOPIC);

        Map<Integer, Long> ours = new TreeMap<>();
        rows.forEach(row -> ours.put(
                row.path("partition").asInt(), row.path("committedOffset").asLong()));
        assertThat(ours.keySet()).isEqualTo(before.keySet());
        ours.forEach((partition, offset) -> assertThat(offset)
                .as("partition %s", partition)
                .isBetween(before.get(partition), after.get(partition)));
        rows.forEach(row -> assertThat(row.path("lag").asLong())
                .isEqualTo(row.path("endOffset").asLong()
                        - row.path("committedOffset").asLong()));
        assertThat(described).contains("type classic, state Stable, 1 member(s)", "klamm-consume", "/127.0.0.1");

        for (Map.Entry<Integer, Long> entry : after.entrySet()) {
            Await.until("metrics level with the tool", CYCLES, () -> committed(entry.getKey()) >= entry.getValue());
        }
        assertThat(page.metrics())
                .contains(
                        "kafka_consumergroup_lag{consumergroup=\"slow-consumer\",partition=\"0\",topic=\"test-lag\"} ");
    }

    /** What the guides from which Klamm was conceived ask Prometheus, asked of Klamm. */
    @Test
    @Order(2)
    void promql_usualQueries_agreeWithWhatIsShown() throws Exception {
        String ofGroup = "sum(kafka_consumergroup_lag{consumergroup=\"" + GROUP + "\"}) by (consumergroup)";
        Await.until("the lag that is shown, by PromQL", CYCLES, () -> {
            double shown = lag();
            return shown > 0 && asked(ofGroup) == shown && asked(ofGroup) == lag();
        });
        assertThat(asked("sum(kafka_consumergroup_lag) by (consumergroup, topic)"))
                .isPositive();
        assertThat(asked("sum(kafka_topic_partition_under_replicated_partition) by (topic)"))
                .isZero();
        assertThat(asked("count(kafka_topic_partition_current_offset{topic=\"" + TOPIC + "\"})"))
                .isEqualTo(3);
        Await.until("the rate at which the producer writes", CYCLES, () -> {
            double rate =
                    asked("sum(rate(kafka_topic_partition_current_offset{topic=\"" + TOPIC + "\"}[20s])) by (topic)");
            return rate > 500 && rate < 1_500;
        });
        assertThat(asked("sum(rate(kafka_topic_partition_current_offset[5m])) by (topic)"))
                .isPositive();

        assertThat(run("query", ofGroup, "--url", page.url())).contains("slow-consumer", "VALUE");
        assertThat(run("query", ofGroup, "--url", page.url(), "--explain")).contains("vectorSelector", "samples read");
        assertThat(run("tsdb", "analyze", "--url", page.url()))
                .contains("Series ", "LABEL=VALUE")
                .containsPattern("cluster=demo +[0-9]+");
    }

    /** The rule of the demo: a lag of 10,000 for 10 s, evaluated every 5 s. */
    @Test
    @Order(2)
    void lagAboveTheThreshold_isToldToSlackInTime_once() throws Exception {
        Await.until("a message of the lag", Duration.ofSeconds(60), () -> slack.firing(LAG_ALERT) > 0);

        double crossed = firstTime("sum(kafka_consumergroup_lag{consumergroup=\"" + GROUP + "\"}) >= 10000");
        JsonNode alert = alert(LAG_ALERT);
        double firing = Instant.parse(alert.path("startsAt").asText()).toEpochMilli() / 1000.0;
        assertThat(firing - crossed).as("hold and one interval").isBetween(9.0, 10 + 5 + 2.0);
        assertThat(alert.at("/labels/consumergroup").asText()).isEqualTo(GROUP);
        assertThat(alert.at("/receivers/0/name").asText()).isEqualTo("slack");
        assertThat(run("alerts", "list", "--url", page.url())).contains(LAG_ALERT, GROUP);
        assertThat(slack.firing(LAG_ALERT)).isEqualTo(1);
    }

    @Test
    @Order(3)
    void status_runningServer_isOk() throws Exception {
        Program status = Program.klamm(dataDir, "status", "--url", page.url());

        assertThat(status.awaitExit()).as(status.output()).isZero();
        assertThat(status.output()).contains("Instance ID: kafka:demo [OK]", "Last Run Found: brokers 3");
    }

    /** kcat is librdkafka, and so the clients of C, Python, Go and others. (Debian's is too old for Kafka 4's SCRAM, so this is without login.) */
    @Test
    @Order(3)
    void lag_ofAClientInAnotherLanguage_isSeenLikeAnyOther() throws Exception {
        Path kcat = Path.of("/usr/bin/kcat");
        assumeTrue(Files.isExecutable(kcat), "no kcat at " + kcat + ": clients in other languages are not tested");
        run("topic", "create", "from-c", "1", "3", "--bootstrap-servers", servers());
        Path messages = dataDir.resolve("messages.txt");
        Files.writeString(messages, "one\ntwo\nthree\n");

        kcat(kcat, "-P", "-t", "from-c", "-l", messages.toString());
        kcat(kcat, "-X", "auto.offset.reset=earliest", "-c", "2", "-G", "c-group", "from-c");

        assertThat(run("groups", "describe", "c-group", "--bootstrap-servers", servers()))
                .containsPattern("c-group +from-c +0 +2 +3 +1");
        assertThat(KafkaTool.committed(servers(), "c-group", "from-c")).containsEntry(0, 2L);
        String lag = "kafka_consumergroup_lag{consumergroup=\"c-group\",partition=\"0\",topic=\"from-c\"}";
        Await.until("the lag in /metrics", CYCLES, () -> page.metric(lag).equals("1"));
    }

    @Test
    @Order(4)
    void page_inABrowser_passesItsOwnTests() throws Exception {
        Path chromium = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
        Path ui = Path.of(Program.property("klamm.ui"));
        assumeTrue(
                Files.isExecutable(chromium), "no Chromium at " + chromium + ": the page is not tested in a browser");
        assumeTrue(Files.isDirectory(ui.resolve("node_modules")), "the page was not built (-Dskip.ui)");

        try (Program playwright = Program.start(
                List.of("npm", "run", "--silent", "e2e"),
                Map.of("KLAMM_URL", page.url(), "CHROMIUM", chromium.toString()),
                ui)) {
            assertThat(playwright.awaitExit(Duration.ofMinutes(10)))
                    .as(playwright.output())
                    .isZero();
        }
    }

    @Test
    @Order(5)
    void killBroker_showsUnderReplicated_andRecovers() throws Exception {
        run("lab", "kill-broker", "3");

        String series = "kafka_topic_partition_under_replicated_partition{partition=\"0\",topic=\"test-lag\"}";
        Await.until("under-replicated in /metrics", CYCLES, () -> page.metric(series)
                .equals("1"));
        assertThat(page.json("/clusters/demo").path("underReplicatedPartitions").asInt())
                .isGreaterThanOrEqualTo(3);
        assertThat(run("topic", "describe", TOPIC, "--bootstrap-servers", servers()))
                .contains("3 under-replicated");
        assertThat(page.metric("kafka_brokers")).isEqualTo("2");
        Await.until("a message of the replicas", Duration.ofMinutes(2), () -> slack.firing(REPLICAS_ALERT) > 0);
        assertThat(page.get("/-/healthy").statusCode()).isEqualTo(200);

        run("lab", "start-broker", "3");
        Await.until(
                "whole again", Duration.ofSeconds(60), () -> page.metric(series).equals("0"));
        assertThat(page.metric("kafka_brokers")).isEqualTo("3");
        // The rule goes on firing for a minute, for replicas that come and go.
        Await.until("a message of the end", Duration.ofMinutes(3), () -> slack.resolved(REPLICAS_ALERT) > 0);
        assertThat(slack.firing(REPLICAS_ALERT)).isEqualTo(1);
        assertThat(slack.resolved(REPLICAS_ALERT)).isEqualTo(1);
        assertThat(slack.firing(LAG_ALERT)).isEqualTo(1);
    }

    @Test
    @Order(6)
    void secondDemo_whileOneRuns_saysWhatIsTakenAndLeavesNothing() throws Exception {
        Program samePage = Program.klamm(
                dataDir, "demo", "--port", Integer.toString(port), "--kafka-port", Integer.toString(kafkaPort));
        assertThat(samePage.awaitExit()).isEqualTo(1);
        assertThat(samePage.output()).contains("--port: " + port + " is taken");

        Program sameDir = Program.klamm(
                dataDir,
                "demo",
                "--port",
                Integer.toString(Ports.free()),
                "--kafka-port",
                Integer.toString(Ports.freeForLab()));
        assertThat(sameDir.awaitExit()).isEqualTo(1);
        assertThat(sameDir.output()).contains("in use by process");

        Program sameBrokers = Program.klamm(
                dataDir.resolve("other"),
                "demo",
                "--port",
                Integer.toString(Ports.free()),
                "--kafka-port",
                Integer.toString(kafkaPort));
        assertThat(sameBrokers.awaitExit()).isEqualTo(1);
        assertThat(sameBrokers.output()).contains("is taken by process", "--kafka-port");
        assertThat(brokersAlive()).isEqualTo(4);
    }

    @Test
    @Order(7)
    void terminate_endsEveryProcess_andASecondStartGoesOn() throws Exception {
        List<ProcessHandle> nodes = nodes();
        JsonNode told = alert(LAG_ALERT);
        long before = System.currentTimeMillis();
        double lag = asked("sum(kafka_consumergroup_lag)", before);
        long began = System.nanoTime();

        demo.terminate();
        demo.awaitExit(Duration.ofSeconds(15));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
        assertThat(nodes).hasSize(4).noneMatch(ProcessHandle::isAlive);

        demo = startDemo();
        JsonNode partitions = page.json("/clusters/demo/lag?group=" + GROUP).path("partitions");
        assertThat(partitions).isNotEmpty();
        assertThat(brokersAlive()).isEqualTo(4);
        assertThat(lag).isPositive();
        assertThat(asked("sum(kafka_consumergroup_lag)", before))
                .as("the history of before the restart")
                .isEqualTo(lag);
        Await.until("the alert goes on", CYCLES, () -> !alert(LAG_ALERT).isMissingNode());
        assertThat(alert(LAG_ALERT).path("startsAt")).as("since when").isEqualTo(told.path("startsAt"));
        assertThat(slack.firing(LAG_ALERT)).as("told once").isEqualTo(1);
    }

    /** An alert of this name as the notifier keeps it; a missing node where there is none. */
    private JsonNode alert(String name) throws Exception {
        return page.jsonOf("/api/v2/alerts?filter="
                        + URLEncoder.encode("alertname=\"" + name + "\"", StandardCharsets.UTF_8))
                .path(0);
    }

    /** When an expression first gave something in the last minutes, in seconds since the epoch. */
    private double firstTime(String expression) throws Exception {
        double now = System.currentTimeMillis() / 1000.0;
        JsonNode answer = page.jsonOf("/api/v1/query_range?start=" + (now - 600) + "&end=" + now + "&step=1&query="
                + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        return answer.at("/data/result/0/values/0/0").asDouble();
    }

    /** The lag of the group in /metrics, over its partitions. */
    private double lag() throws Exception {
        return page.metrics()
                .lines()
                .filter(line -> line.startsWith("kafka_consumergroup_lag{consumergroup=\"" + GROUP + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private double asked(String expression) throws Exception {
        return asked(expression, System.currentTimeMillis());
    }

    /** The value of the first series of an instant query, -1 where there is none. */
    private double asked(String expression, long time) throws Exception {
        JsonNode answer = page.jsonOf("/api/v1/query?time=" + time / 1000.0 + "&query="
                + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        assertThat(answer.path("status").asText()).as(answer.toString()).isEqualTo("success");
        return answer.at("/data/result/0/value/1").asDouble(-1);
    }

    private void kcat(Path kcat, String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(kcat.toString(), "-b", servers()));
        command.addAll(List.of(arguments));
        try (Program program = Program.start(command, Map.of(), Path.of(""))) {
            assertThat(program.awaitExit()).as(program.output()).isZero();
        }
    }

    private String servers() {
        return "127.0.0.1:" + kafkaPort;
    }

    private String run(String... arguments) throws InterruptedException {
        Program program = Program.klamm(dataDir, arguments);
        assertThat(program.awaitExit()).as(program.output()).isZero();
        return program.output();
    }

    private List<ProcessHandle> nodes() throws InterruptedException {
        // NODE ROLE STATE ADDRESS JMX PID
        return run("lab", "status")
                .lines()
                .skip(1)
                .map(line -> line.trim().split("\\s+"))
                .filter(cells -> cells[2].equals("running"))
                .flatMap(cells -> ProcessHandle.of(Long.parseLong(cells[5])).stream())
                .toList();
    }

    private long brokersAlive() throws InterruptedException {
        return nodes().stream().filter(ProcessHandle::isAlive).count();
    }

    /** The committed offset in /metrics, -1 where there is none. */
    private double committed(int partition) throws Exception {
        String value = page.metric("kafka_consumergroup_current_offset{consumergroup=\"" + GROUP + "\",partition=\""
                + partition + "\",topic=\"" + TOPIC + "\"}");
        return value.isEmpty() ? -1 : Double.parseDouble(value);
    }
}
