package io.klamm.web.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.testing.Conformance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every answer is as Prometheus's own description of its API says. */
class GoldenApiTest {

    private static final Map<String, List<String>> REQUESTS = Map.ofEntries(
            Map.entry("/query", List.of("query=up", "query=1", "query=up[5m]", "query=(", "query=up&stats=all")),
            Map.entry("/query_range", List.of("query=up&start=1795488900&end=1795489200&step=15", "query=up")),
            Map.entry("/query_exemplars", List.of("query=up")),
            Map.entry("/format_query", List.of("query=up", "query=")),
            Map.entry("/parse_query", List.of("query=sum(up)", "query=")),
            Map.entry("/labels", List.of("", "match[]=up")),
            Map.entry("/label/{name}/values", List.of("", "limit=1")),
            Map.entry("/series", List.of("match[]=up", "")),
            Map.entry("/metadata", List.of("", "limit=1", "metric=up")),
            Map.entry("/scrape_pools", List.of("")),
            Map.entry("/targets", List.of("", "state=active")),
            Map.entry("/targets/metadata", List.of("", "metric=up")),
            Map.entry(
                    "/rules",
                    List.of("", "type=alert", "group_limit=1", "exclude_alerts=true", "type=odd", "group_limit=0")),
            Map.entry("/alerts", List.of("")),
            Map.entry("/alertmanagers", List.of("")),
            Map.entry("/status/config", List.of("")),
            Map.entry("/status/runtimeinfo", List.of("")),
            Map.entry("/status/buildinfo", List.of("")),
            Map.entry("/status/flags", List.of("")),
            Map.entry("/status/tsdb", List.of("", "limit=5")),
            Map.entry("/status/walreplay", List.of("")),
            Map.entry("/notifications", List.of("")),
            Map.entry("/features", List.of("")));

    private final ApiFixture api = new ApiFixture();

    @Test
    void answers_areAsDescribed() throws Exception {
        List<String> faults = new ArrayList<>();
        for (Path file : Conformance.files("", "openapi_3.1_golden.yaml")) {
            GoldenSchema schema = GoldenSchema.read(file);
            int passed = 0;
            for (Map.Entry<String, List<String>> request : REQUESTS.entrySet()) {
                for (String query : request.getValue()) {
                    PrometheusAnswer answer =
                            api.get("/api/v1" + request.getKey().replace("{name}", "job"), query);
                    List<String> found = schema.faults(request.getKey(), answer.status(), answer.body());
                    found.forEach(fault -> faults.add(request.getKey() + "?" + query + " " + fault));
                    passed += found.isEmpty() ? 1 : 0;
                }
            }
            System.out.println(file.getFileName() + ": " + passed + " passed, "
                    + (REQUESTS.values().stream().mapToInt(List::size).sum() - passed) + " failed");
        }
        assertThat(faults).isEmpty();
    }
}
