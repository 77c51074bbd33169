package io.klamm.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.klamm.model.burrow.BurrowStatus;
import io.klamm.testing.ManualClock;
import io.klamm.web.burrow.BurrowDoors;
import io.klamm.web.burrow.BurrowOptions;
import io.klamm.web.burrow.FakeBurrow;
import io.klamm.web.burrow.LogLevel;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client that reads every address in turn as Telegraf's Burrow input does, with each name escaped twice. */
class TelegrafTest {

    /** Telegraf's own numbers for what Burrow says; anything else is 0. */
    private static final Map<String, Integer> CODES =
            Map.of("OK", 1, "NOT_FOUND", 2, "WARN", 3, "ERR", 4, "STOP", 5, "STALL", 6);

    private final FakeBurrow burrow = new FakeBurrow("cluster 1")
            .topic("orders", 100, 200)
            .topic("pay & <ship> 50%", 7)
            .group("g.ok", "orders", BurrowStatus.OK)
            .group("part ü %20 +", "pay & <ship> 50%", BurrowStatus.WARN);
    private final WebServer server = new WebServer(
            new WebConfig(
                    "127.0.0.1",
                    0,
                    Optional.empty(),
                    List.of(),
                    WebConfig.Limits.USUAL,
                    MetricsProfile.USUAL,
                    new BurrowConfig(true, List.of(), BurrowOptions.USUAL)),
            new FakeViews(),
            new BurrowDoors(burrow, change -> LogLevel.INFO),
            List::of,
            "1.2.3",
            new ManualClock(Readings.NOW));

    @AfterEach
    void close() {
        server.close();
    }

    private static String twice(String name) {
        return once(once(name));
    }

    private static String once(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private JsonNode get(Client client, String path) throws IOException, InterruptedException {
        HttpResponse<String> response = client.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return new ObjectMapper().readTree(response.body());
    }

    private static List<String> names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(name -> names.add(name.asText()));
        return names;
    }

    @Test
    void gather_everyAddressInTurn_givesAllThreeMeasurements() throws Exception {
        server.start();
        Client client = new Client(server);
        List<String> lines = new ArrayList<>();

        for (String cluster : names(get(client, "/v3/kafka").path("clusters"))) {
            String base = "/v3/kafka/" + twice(cluster);
            for (String topic : names(get(client, base + "/topic").path("topics"))) {
                topic(lines, topic, get(client, base + "/topic/" + twice(topic)).path("offsets"));
            }
            for (String group : names(get(client, base + "/consumer").path("consumers"))) {
                group(
                        lines,
                        group,
                        get(client, base + "/consumer/" + twice(group) + "/lag").path("status"));
            }
        }

        assertThat(lines)
                .containsExactly(
                        "burrow_topic orders 0 offset=100",
                        "burrow_topic orders 1 offset=200",
                        "burrow_topic pay & <ship> 50% 0 offset=7",
                        "burrow_group g.ok status=OK 1 partitions=1 total_lag=5 lag=5 offset=100 timestamp=3000",
                        "burrow_partition g.ok orders 0 /10.0.0.7 status=OK 1 lag=5 offset=100 timestamp=3000",
                        "burrow_group part ü %20 + status=WARN 3 partitions=1 total_lag=5 lag=5 offset=100 timestamp=3000",
                        "burrow_partition part ü %20 + pay & <ship> 50% 0 /10.0.0.7 status=WARN 3 lag=5 offset=100"
                                + " timestamp=3000");
    }

    private static void topic(List<String> lines, String topic, JsonNode offsets) {
        for (int i = 0; i < offsets.size(); i++) {
            lines.add("burrow_topic " + topic + " " + i + " offset="
                    + offsets.get(i).asLong());
        }
    }

    private static void group(List<String> lines, String group, JsonNode status) {
        long offset = 0;
        long timestamp = 0;
        for (JsonNode partition : status.path("partitions")) {
            offset += partition.path("end").path("offset").asLong();
            timestamp =
                    Math.max(timestamp, partition.path("end").path("timestamp").asLong());
        }
        lines.add("burrow_group " + group + " status=" + status(status) + " partitions="
                + status.path("partition_count").asLong() + " total_lag="
                + status.path("totallag").asLong() + " lag="
                + status.path("maxlag").path("current_lag").asLong() + " offset=" + offset + " timestamp=" + timestamp);
        status.path("partitions")
                .forEach(partition -> lines.add("burrow_partition " + group + " "
                        + partition.path("topic").asText() + " "
                        + partition.path("partition").asInt() + " "
                        + partition.path("owner").asText() + " status=" + status(partition) + " lag="
                        + partition.path("current_lag").asLong() + " offset="
                        + partition.path("end").path("offset").asLong() + " timestamp="
                        + partition.path("end").path("timestamp").asLong()));
    }

    private static String status(JsonNode node) {
        String status = node.path("status").asText();
        return status + " " + CODES.getOrDefault(status, 0);
    }
}
