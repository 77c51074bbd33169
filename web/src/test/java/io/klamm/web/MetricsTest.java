package io.klamm.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.metrics.Selection;
import io.klamm.model.ComponentStatus;
import io.klamm.web.exposition.Exposition;
import io.klamm.web.exposition.Rendering;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0";

    private final FakeViews views = new FakeViews(Readings.usual("main"));
    private final WebServer server = WebServerTest.server(WebConfig.loopback(0), views, List::of);

    @AfterEach
    void close() {
        server.close();
    }

    private Client start() throws IOException {
        server.start();
        return new Client(server);
    }

    /** What does not depend on the machine: all but the process's own metrics. */
    private static String stable(String metrics) {
        return metrics.lines()
                .filter(line -> !line.contains("jvm_") && !line.contains("process_"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String gunzip(byte[] bytes) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void metrics_text_isTheGoldenFile() throws Exception {
        var response = start().get("/metrics");

        assertThat(response.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        Golden.check("metrics.txt", stable(response.body()));
        assertThat(response.body()).contains("\njvm_memory_used_bytes{").contains("\nprocess_cpu_seconds_total ");
    }

    @Test
    void metrics_openMetrics_isTheGoldenFile() throws Exception {
        var response = start().get("/metrics", "Accept", OPEN_METRICS);

        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/openmetrics-text; version=1.0.0; charset=utf-8");
        assertThat(response.body()).endsWith("# EOF\n");
        Golden.check("metrics.openmetrics.txt", stable(response.body()));
    }

    @Test
    void metrics_severalClusters_haveAClusterLabel() throws Exception {
        views.put(Readings.usual("dr \"site\""));
        views.put(Readings.starting("new"));

        Golden.check("metrics.clusters.txt", stable(start().get("/metrics").body()));
    }

    @Test
    void metrics_allProfiles_areTheGoldenFile() throws Exception {
        Golden.check("metrics.profiles.txt", rendered(true, true, true));
    }

    @Test
    void metrics_noProfile_areOurOwnOnly() {
        assertThat(rendered(false, false, false))
                .contains(
                        "klamm_consumergroup_verdict{cluster=\"main\",consumergroup=\"slow-consumer\",verdict=\"warn\"} 1")
                .doesNotContain("\nkafka_");
    }

    @Test
    void metrics_allProfiles_areWellFormed() {
        assertThat(TextFormat.faults(rendered(true, true, true), false)).isEmpty();
    }

    private static String rendered(boolean clusterLabel, boolean kafkaExporter, boolean lagExporter) {
        ClusterView.Reading reading = Readings.usualReading("main");
        Rendering rendering = Rendering.of(
                reading.snapshot(),
                reading.lag(),
                reading.verdicts(),
                new Selection(clusterLabel, kafkaExporter, lagExporter));
        return Exposition.plain(List.of(rendering), new byte[0]).stream()
                .map(piece -> new String(piece, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    @Test
    void metrics_lagExporter_namesAreItsOwn() {
        assertThat(names(rendered(false, false, true), "kafka_"))
                .containsExactlyInAnyOrder(
                        "kafka_partition_latest_offset",
                        "kafka_partition_earliest_offset",
                        "kafka_consumergroup_group_offset",
                        "kafka_consumergroup_group_lag",
                        "kafka_consumergroup_group_lag_seconds",
                        "kafka_consumergroup_group_max_lag",
                        "kafka_consumergroup_group_max_lag_seconds",
                        "kafka_consumergroup_group_sum_lag",
                        "kafka_consumergroup_group_topic_sum_lag",
                        "kafka_consumergroup_poll_time_ms");
    }

    @Test
    void metrics_lagExporter_withoutCommitIsNotANumberAndNotInTheSum() {
        String lines = rendered(false, false, true);

        assertThat(lines)
                .contains(
                        "kafka_consumergroup_group_lag{client_id=\"worker-1\",cluster_name=\"main\",consumer_id=\"worker-1-uuid\","
                                + "group=\"slow-consumer\",member_host=\"/10.0.0.7\",partition=\"2\",topic=\"orders\"} NaN\n")
                .contains("kafka_consumergroup_group_sum_lag{cluster_name=\"main\",group=\"slow-consumer\"} 123\n")
                .contains(
                        "kafka_consumergroup_group_max_lag_seconds{cluster_name=\"main\",group=\"slow-consumer\"} 4.1\n")
                .contains(
                        "kafka_consumergroup_group_max_lag_seconds{cluster_name=\"main\",group=\"team/a b%\\\"q\\\"\\\\x\\n<é한>\"} NaN\n");
    }

    @Test
    void metrics_lagExporter_withoutMembersIsUnknown() {
        assertThat(rendered(false, false, true))
                .contains(
                        "kafka_consumergroup_group_lag{client_id=\"unknown\",cluster_name=\"main\",consumer_id=\"unknown\","
                                + "group=\"team/a b%\\\"q\\\"\\\\x\\n<é한>\",member_host=\"unknown\",partition=\"0\",topic=\"orders\"} 1\n");
    }

    @Test
    void metrics_openMetrics_isWellFormed() throws Exception {
        views.put(Readings.usual("other"));

        assertThat(TextFormat.faults(
                        start().get("/metrics", "Accept", OPEN_METRICS).body(), true))
                .isEmpty();
    }

    @Test
    void metrics_text_isWellFormed() throws Exception {
        views.put(Readings.usual("other"));

        assertThat(TextFormat.faults(start().get("/metrics").body(), false)).isEmpty();
    }

    @Test
    void metrics_gzip_isTheSameText() throws Exception {
        Client client = start();
        String plain = client.get("/metrics").body();
        for (int round = 0; round < 3; round++) {
            var response = client.bytes("GET", "/metrics", "Accept-Encoding", "gzip");

            assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(kafka(gunzip(response.body()))).isEqualTo(kafka(plain));
        }
    }

    private static Set<String> names(String metrics, String prefix) {
        return metrics.lines()
                .filter(line -> line.startsWith("# TYPE " + prefix))
                .map(line -> line.split(" ", -1)[2])
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String kafka(String metrics) {
        return metrics.lines()
                .filter(line -> line.contains("kafka_") && !line.contains("klamm_"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void metrics_beforeTheFirstReading_areOnlyOurOwn() throws Exception {
        views.put(Readings.starting("main"));

        String body = start().get("/metrics").body();

        assertThat(body)
                .contains("klamm_cluster_up{cluster=\"main\"} 0.0")
                .doesNotContain("\nkafka_")
                .doesNotContain("klamm_snapshot");
    }

    @Test
    void metrics_published_showTheNewReading() throws Exception {
        Client client = start();
        assertThat(client.get("/metrics").body()).contains("kafka_brokers 2\n");

        views.put(Readings.view("main", Readings.without("main"), ComponentStatus.State.OK));
        server.published("main");

        assertThat(Await.until(() -> client.get("/metrics").body(), body -> body.contains("kafka_brokers 0\n")))
                .doesNotContain("kafka_topic");
    }

    @Test
    void metrics_head_hasNoBody() throws Exception {
        var response = start().send("HEAD", "/metrics");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValueAsLong("Content-Length").orElse(0))
                .isPositive();
    }

    @Test
    void metrics_post_isNotAllowed() throws Exception {
        var response = start().send("POST", "/metrics");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void metrics_names_areThoseOfKafkaExporter() throws Exception {
        assertThat(names(start().get("/metrics").body(), "kafka_"))
                .containsExactlyInAnyOrder(
                        "kafka_brokers",
                        "kafka_broker_info",
                        "kafka_topic_partitions",
                        "kafka_topic_partition_current_offset",
                        "kafka_topic_partition_oldest_offset",
                        "kafka_topic_partition_leader",
                        "kafka_topic_partition_replicas",
                        "kafka_topic_partition_in_sync_replica",
                        "kafka_topic_partition_leader_is_preferred",
                        "kafka_topic_partition_under_replicated_partition",
                        "kafka_consumergroup_current_offset",
                        "kafka_consumergroup_current_offset_sum",
                        "kafka_consumergroup_lag",
                        "kafka_consumergroup_lag_sum",
                        "kafka_consumergroup_members");
    }
}
