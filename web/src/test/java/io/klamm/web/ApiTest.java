package io.klamm.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.klamm.model.TopicPartition;
import io.klamm.model.verdict.ClusterVerdicts;
import io.klamm.model.verdict.EndPoint;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.testing.ManualClock;
import io.klamm.web.http.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String WEIRD = encode(Readings.WEIRD);

    private final ManualClock clock = new ManualClock(Readings.NOW);
    private final FakeViews views =
            new FakeViews(Readings.usual("main"), Readings.starting("new"), Readings.failed("broken"));
    private final Operations operations = new Operations(views, List::of);
    private final Api api = new Api(
            views, () -> StatusJson.write(views, operations, "1.2.3", Readings.TAKEN), clock, new TablesCache());

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Answer ask(String target) {
        int question = target.indexOf('?');
        return question < 0
                ? api.answer(target, null)
                : api.answer(target.substring(0, question), target.substring(question + 1));
    }

    private static String body(Answer answer) {
        return new String(answer.pieces().get(0), StandardCharsets.UTF_8);
    }

    private JsonNode json(String target) throws Exception {
        Answer answer = ask(target);
        assertThat(answer.status()).as(body(answer)).isEqualTo(200);
        return MAPPER.readTree(body(answer));
    }

    private static List<String> names(JsonNode rows, String field) {
        List<String> names = new ArrayList<>();
        rows.forEach(row -> names.add(row.path(field).asText()));
        return names;
    }

    /** Every path of the contract, each kind of answer. */
    @Test
    void answers_allPaths_areAsDescribed() throws Exception {
        OpenApi contract = OpenApi.load();
        String cluster = "/clusters/{cluster}";
        String[][] cases = {
            {"/clusters", "clusters", "200"},
            {cluster, "clusters/main", "200"},
            {cluster, "clusters/new", "200"},
            {cluster, "clusters/none", "404"},
            {cluster + "/brokers", "clusters/main/brokers", "200"},
            {cluster + "/brokers", "clusters/new/brokers", "503"},
            {cluster + "/topics", "clusters/main/topics", "200"},
            {cluster + "/topics", "clusters/main/topics?sort=size", "400"},
            {cluster + "/topics", "clusters/broken/topics", "503"},
            {cluster + "/topics/{topic}", "clusters/main/topics/orders", "200"},
            {cluster + "/topics/{topic}", "clusters/main/topics/Payments", "200"},
            {cluster + "/topics/{topic}", "clusters/main/topics/none", "404"},
            {cluster + "/partitions", "clusters/main/partitions", "200"},
            {cluster + "/partitions", "clusters/main/partitions?state=bad", "400"},
            {cluster + "/groups", "clusters/main/groups", "200"},
            {cluster + "/groups", "clusters/main/groups?page=0", "400"},
            {cluster + "/groups/{group}", "clusters/main/groups/slow-consumer", "200"},
            {cluster + "/groups/{group}", "clusters/main/groups/Audit", "200"},
            {cluster + "/groups/{group}", "clusters/main/groups/" + WEIRD, "200"},
            {cluster + "/groups/{group}", "clusters/main/groups/none", "404"},
            {cluster + "/groups", "clusters/main/groups?verdict=bad", "400"},
            {cluster + "/groups/{group}/history", "clusters/main/groups/slow-consumer/history", "200"},
            {cluster + "/groups/{group}/history", "clusters/main/groups/idle/history", "200"},
            {cluster + "/groups/{group}/history", "clusters/main/groups/none/history", "404"},
            {cluster + "/groups/{group}/history", "clusters/new/groups/none/history", "503"},
            {cluster + "/lag", "clusters/main/lag", "200"},
            {cluster + "/lag", "clusters/main/lag?group=none", "404"},
            {"/status", "status", "200"},
        };
        views.put("slow-consumer", Verdicts.history());
        Set<String> covered = new TreeSet<>();
        for (String[] row : cases) {
            Answer answer = ask(row[1]);
            assertThat(answer.status()).as(row[1]).isEqualTo(Integer.parseInt(row[2]));
            assertThat(contract.faults(row[0], answer.status(), body(answer)))
                    .as(row[1])
                    .isEmpty();
            covered.add(row[0]);
        }
        covered.add("/events");
        assertThat(covered).containsExactlyInAnyOrderElementsOf(contract.paths(path -> !OpenApi.isOfAlerts(path)));
    }

    @Test
    void contract_fieldMissingOrUnknown_isAFault() throws Exception {
        OpenApi contract = OpenApi.load();

        assertThat(contract.faults("/clusters", 200, "{\"clusters\":[{\"name\":1,\"extra\":2}]}"))
                .anyMatch(fault -> fault.contains("$.clusters[0].state: missing"))
                .anyMatch(fault -> fault.contains("$.clusters[0].extra: not described"))
                .anyMatch(fault -> fault.contains("$.clusters[0].name: 1"));
    }

    @Test
    void cluster_read_hasSumsAndAge() throws Exception {
        JsonNode cluster = json("clusters/main");

        assertThat(cluster.path("totalLag").asLong()).isEqualTo(144);
        assertThat(cluster.path("underReplicatedPartitions").asInt()).isEqualTo(2);
        assertThat(cluster.path("offlinePartitions").asInt()).isEqualTo(1);
        assertThat(cluster.path("snapshot").path("ageSeconds").asDouble()).isEqualTo(5.0);
        assertThat(cluster.path("snapshot").path("stale").asBoolean()).isFalse();
        assertThat(cluster.path("problems").path(0).path("missingRight").asText())
                .isEqualTo("Describe on Cluster");
    }

    @Test
    void cluster_readLongAgo_isStale() throws Exception {
        clock.advance(java.time.Duration.ofSeconds(41));

        assertThat(json("clusters/main/brokers").path("snapshot").path("stale").asBoolean())
                .isTrue();
    }

    @Test
    void cluster_failed_saysWhy() throws Exception {
        assertThat(json("clusters/broken").path("lastError").asText()).contains("no broker answered");
        assertThat(body(ask("clusters/broken/groups"))).contains("no broker answered");
    }

    @Test
    void brokers_oneFenced_isListedWithoutSize() throws Exception {
        JsonNode brokers = json("clusters/main/brokers").path("brokers");

        assertThat(names(brokers, "id")).containsExactly("1", "2", "3");
        assertThat(brokers.path(0).path("controller").asBoolean()).isTrue();
        assertThat(brokers.path(0).path("sizeBytes").asLong()).isEqualTo(130);
        assertThat(brokers.path(1).path("logDirs").path(1).path("error").asText())
                .isEqualTo("KafkaStorageException");
        assertThat(brokers.path(2).path("fenced").asBoolean()).isTrue();
        assertThat(brokers.path(2).has("sizeBytes")).isFalse();
        assertThat(brokers.path(2).path("outOfSyncReplicas").asInt()).isEqualTo(2);
    }

    @Test
    void brokers_quorum_lagIsBehindTheLeader() throws Exception {
        JsonNode members = json("clusters/main/brokers").path("quorum").path("members");

        assertThat(members.path(0).path("lag").asLong()).isZero();
        assertThat(members.path(1).path("lag").asLong()).isEqualTo(25);
        assertThat(members.path(1).has("lastCaughtUpAt")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                           | Payments,__consumer_offsets,orders",
                "order=desc                   | orders,__consumer_offsets,Payments",
                "sort=partitions&order=desc   | orders,Payments,__consumer_offsets",
                "sort=messages                | __consumer_offsets,orders,Payments",
                "sort=messages&order=desc     | orders,__consumer_offsets,Payments",
                "sort=sizeBytes               | orders,Payments,__consumer_offsets",
                "sort=groups&order=desc       | orders,Payments,__consumer_offsets",
                "search=PAY                   | Payments",
                "internal=false               | Payments,orders",
                "pageSize=2&page=2            | orders",
                "pageSize=2&page=2147483647   | ''",
            })
    void topics_sortedSearchedPaged(String query, String expected) throws Exception {
        JsonNode page = json("clusters/main/topics?" + query);

        assertThat(String.join(",", names(page.path("topics"), "name"))).isEqualTo(expected);
    }

    @Test
    void topic_notAllKnown_leavesOut() throws Exception {
        JsonNode orders = json("clusters/main/topics/orders");
        JsonNode payments = json("clusters/main/topics/Payments").path("topic");

        assertThat(orders.path("topic").path("sizeBytes").asLong()).isEqualTo(231);
        assertThat(orders.path("topic").path("messages").asLong()).isEqualTo(1_234_567_890_113L + 500);
        assertThat(orders.path("partitions").path(2).path("sizeBytes").asLong()).isZero();
        assertThat(names(orders.path("groups"), "group")).containsExactly("share-1", "slow-consumer", Readings.WEIRD);
        assertThat(orders.path("groups").path(1).path("lag").asLong()).isEqualTo(123);
        assertThat(payments.has("messages")).isFalse();
        assertThat(payments.has("sizeBytes")).isFalse();
        assertThat(json("clusters/main/topics/Payments")
                        .path("partitions")
                        .path(0)
                        .has("leader"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"all,5", "under-replicated,2", "offline,1", "not-preferred,2"})
    void partitions_byState(String state, int total) throws Exception {
        assertThat(json("clusters/main/partitions?state=" + state).path("total").asInt())
                .isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                        | Audit,idle,share-1,slow-consumer,*",
                "sort=totalLag             | *,share-1,slow-consumer,Audit,idle",
                "sort=totalLag&order=desc  | slow-consumer,share-1,*,Audit,idle",
                "sort=members&order=desc   | share-1,slow-consumer,Audit,idle,*",
                "sort=ageSeconds           | idle,Audit,share-1,slow-consumer,*",
                "sort=type                 | slow-consumer,idle,share-1,*,Audit",
                "type=share                | share-1",
                "search=CONSUMER           | slow-consumer",
                "sort=verdict&order=desc   | *,slow-consumer,share-1,Audit,idle",
                "sort=verdict              | share-1,slow-consumer,*,Audit,idle",
                "sort=maxLagSeconds&order=desc | slow-consumer,Audit,idle,share-1,*",
                "sort=secondsUntilLoss     | slow-consumer,Audit,idle,share-1,*",
                "verdict=warn              | slow-consumer",
                "verdict=alarming          | slow-consumer,*",
                "verdict=err               | ''",
                "verdict=ok&type=classic   | ''",
            })
    void groups_sortedSearchedFiltered(String query, String expected) throws Exception {
        List<String> names = names(json("clusters/main/groups?" + query).path("groups"), "group");

        assertThat(String.join(",", names).replace(Readings.WEIRD, "*")).isEqualTo(expected);
    }

    @Test
    void group_weirdName_isFoundByItsEncodedName() throws Exception {
        assertThat(json("clusters/main/groups/" + WEIRD)
                        .path("group")
                        .path("group")
                        .asText())
                .isEqualTo(Readings.WEIRD);
    }

    @Test
    void groups_judged_haveVerdictSourceAndForecasts() throws Exception {
        JsonNode slow = json("clusters/main/groups?search=slow").path("groups").path(0);

        assertThat(slow.path("verdict").asText()).isEqualTo("warn");
        assertThat(slow.path("muted").asBoolean()).isFalse();
        assertThat(slow.path("source").asText()).isEqualTo("offsets-topic");
        assertThat(slow.path("maxLagSeconds").asDouble()).isEqualTo(4.1);
        assertThat(slow.path("secondsUntilLoss").asDouble()).isEqualTo(7200);
    }

    @Test
    void groups_notJudged_haveNoVerdict() throws Exception {
        JsonNode idle = json("clusters/main/groups/idle");

        assertThat(idle.path("group").has("verdict")).isFalse();
        assertThat(idle.path("group").has("muted")).isFalse();
        assertThat(idle.has("worst")).isFalse();
    }

    @Test
    void cluster_groupsByVerdict_countsTheJudged() throws Exception {
        assertThat(json("clusters/main").path("groupsByVerdict").toString())
                .isEqualTo("{\"ok\":1,\"warn\":1,\"stop\":1}");
    }

    @Test
    void group_judged_hasEvidenceAndForecastOfEachPartition() throws Exception {
        JsonNode slow = json("clusters/main/groups/slow-consumer");
        JsonNode orders = slow.path("partitions").path(1);

        assertThat(slow.path("worst").toString()).isEqualTo("{\"topic\":\"orders\",\"partition\":0}");
        assertThat(names(slow.path("partitions"), "verdict")).containsExactly("abandoned", "warn", "ok", "");
        assertThat(orders.path("evidence").toString())
                .isEqualTo(
                        "{\"rule\":\"caught-up\",\"text\":{\"en\":\"Nothing is left to read.\",\"ko\":\"읽을 레코드가 남아 있지 않습니다.\"},"
                                + "\"facts\":{\"commits\":3},"
                                + "\"commits\":[{\"offset\":7,\"at\":\"2026-11-20T11:59:50Z\",\"lag\":2},{\"offset\":9,\"at\":\"2026-11-20T12:00:00Z\"}],"
                                + "\"ends\":[{\"offset\":9,\"at\":\"2026-11-20T11:59:50Z\"},{\"offset\":12,\"at\":\"2026-11-20T12:00:00Z\"}]}");
        assertThat(orders.path("forecast").toString())
                .isEqualTo("{\"producedPerSecond\":90.25,\"consumedPerSecond\":30.0,"
                        + "\"timeLag\":{\"seconds\":4.1,\"method\":\"interpolated\",\"confidence\":\"high\"},"
                        + "\"secondsUntilLoss\":7200.0}");
    }

    @Test
    void group_explainedAnew_isWhatTheViewSays() throws Exception {
        views.explain("slow-consumer", Verdicts.large(3, 2));

        JsonNode group = json("clusters/main/groups/slow-consumer");

        assertThat(group.path("group").path("verdict").asText()).isEqualTo("stall");
        assertThat(group.path("worst").path("partition").asInt()).isEqualTo(2);
    }

    @Test
    void group_manyPartitions_hasTheWindowsOfTheWorstThinned() throws Exception {
        GroupVerdict large = Verdicts.large(500, 1000);

        assertThat(EvidenceWindows.shown(large))
                .hasSize(EvidenceWindows.PARTITIONS)
                .contains(new TopicPartition("orders", 499));
        assertThat(EvidenceWindows.thin(large.partitions().get(0).evidence().ends()))
                .hasSize(EvidenceWindows.POINTS)
                .startsWith(new EndPoint(0, Readings.TAKEN.toEpochMilli()))
                .endsWith(new EndPoint(999, Readings.TAKEN.toEpochMilli() + 999));
    }

    @Test
    void history_unknownMoments_areNull() throws Exception {
        views.put("slow-consumer", Verdicts.history());

        JsonNode history = json("clusters/main/groups/slow-consumer/history");

        assertThat(history.path("times").size()).isEqualTo(3);
        assertThat(history.path("rows").toString())
                .isEqualTo("[{\"topic\":\"orders\",\"partition\":0,\"lags\":[null,0,123]}]");
    }

    @Test
    void lag_rows_haveVerdictAndSeconds() throws Exception {
        JsonNode rows = json("clusters/main/lag?group=slow-consumer").path("partitions");

        assertThat(names(rows, "verdict")).containsExactly("abandoned", "warn", "ok", "");
        assertThat(names(rows, "lagSeconds")).containsExactly("", "4.1", "0.0", "");
        assertThat(names(rows, "effectiveLag")).containsExactly("", "123", "0", "");
        assertThat(rows.path(1).has("evidence")).isFalse();
    }

    @Test
    void tables_newVerdictsOfTheSameSnapshot_areShown() throws Exception {
        ClusterView.Reading reading = Readings.usualReading("main");
        views.put(Readings.view("main", reading, io.klamm.model.ComponentStatus.State.OK));
        assertThat(json("clusters/main/groups?verdict=warn").path("total").asInt())
                .isEqualTo(1);

        views.put(Readings.view(
                "main",
                new ClusterView.Reading(reading.snapshot(), reading.lag(), ClusterVerdicts.none(Readings.NOW)),
                io.klamm.model.ComponentStatus.State.OK));

        assertThat(json("clusters/main/groups?verdict=warn").path("total").asInt())
                .isZero();
    }

    @Test
    void groups_onlyInZooKeeper_areAmongTheOthers() throws Exception {
        ClusterView.Reading reading = Readings.usualReading("main");
        views.put(Readings.view(
                "main",
                new ClusterView.Reading(reading.snapshot(), reading.lag(), Verdicts.withZooKeepers(Readings.TAKEN)),
                io.klamm.model.ComponentStatus.State.OK));

        JsonNode page = json("clusters/main/groups");
        JsonNode old = json("clusters/main/groups/old-style");

        assertThat(names(page.path("groups"), "group")).contains("idle", "old-style", "share-1");
        assertThat(json("clusters/main").path("groups").asInt()).isEqualTo(6);
        assertThat(old.path("group").path("source").asText()).isEqualTo("zookeeper");
        assertThat(old.path("group").path("totalLag").asLong()).isEqualTo(7);
        assertThat(names(old.path("partitions"), "verdict")).containsExactly("stall", "unknown");
        assertThat(json("clusters/main/lag?group=old-style").path("total").asInt())
                .isEqualTo(2);
        assertThat(OpenApi.load()
                        .faults("/clusters/{cluster}/groups/{group}", 200, body(ask("clusters/main/groups/old-style"))))
                .isEmpty();
    }

    @Test
    void group_withoutCommits_hasNoLag() throws Exception {
        JsonNode idle = json("clusters/main/groups/idle");

        assertThat(idle.path("group").has("totalLag")).isFalse();
        assertThat(idle.path("offsetsReadable").asBoolean()).isTrue();
        assertThat(json("clusters/main/groups/Audit").path("offsetsReadable").asBoolean())
                .isFalse();
    }

    @Test
    void group_partitions_sayWhatIsKnown() throws Exception {
        JsonNode partitions = json("clusters/main/groups/slow-consumer").path("partitions");

        assertThat(names(partitions, "lag")).containsExactly("", "123", "0", "");
        assertThat(names(partitions, "committedOffset")).containsExactly("3", "1234567890000", "900", "");
        assertThat(names(partitions, "commitBeyondEnd")).containsExactly("false", "false", "true", "false");
        assertThat(names(partitions, "memberId"))
                .containsExactly("", "worker-1-uuid", "worker-1-uuid", "worker-1-uuid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                | 6 | 6",
                "pageSize=4                        | 6 | 4",
                "pageSize=4&page=2                 | 6 | 2",
                "pageSize=4&page=3                 | 6 | 0",
                "group=slow-consumer               | 4 | 4",
                "topic=orders                      | 5 | 5",
                "topic=gone                        | 1 | 1",
                "group=slow-consumer&topic=orders  | 3 | 3",
                "group=idle                        | 0 | 0",
            })
    void lag_filteredAndPaged(String query, int total, int rows) throws Exception {
        JsonNode page = json("clusters/main/lag?" + query);

        assertThat(page.path("total").asInt()).isEqualTo(total);
        assertThat(page.path("partitions").size()).isEqualTo(rows);
    }

    @Test
    void lag_pagesTogether_areTheWhole() throws Exception {
        List<String> whole = new ArrayList<>();
        json("clusters/main/lag").path("partitions").forEach(row -> whole.add(row.toString()));
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= 6; page++) {
            json("clusters/main/lag?pageSize=1&page=" + page)
                    .path("partitions")
                    .forEach(row -> pages.add(row.toString()));
        }

        assertThat(pages).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clusters/main/topics?page=0",
                "clusters/main/topics?page=-1",
                "clusters/main/topics?page=1e3",
                "clusters/main/topics?page=99999999999",
                "clusters/main/topics?pageSize=1001",
                "clusters/main/topics?pageSize=",
                "clusters/main/topics?order=up",
                "clusters/main/topics?internal=yes",
                "clusters/main/topics?page=1&page=2",
                "clusters/main/topics?pagesize=10",
                "clusters/main/topics?search=%zz",
                "clusters/main/topics?search=%ff",
                "clusters/main/topics?search=%c3",
                "clusters/main/groups?type=old",
                "clusters/main/groups?verdict=",
                "clusters/main/groups/slow-consumer/history?page=1",
                "clusters/main/groups/%",
                "clusters/main/groups/%e4",
                "clusters?x=1",
            })
    void ask_badRequest_saysWhatIsExpected(String target) {
        Answer answer = ask(target);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(body(answer)).contains("bad_request").contains("(expected: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "clusters/",
                "clusters/main/",
                "clusters/main/nothing",
                "clusters/main/brokers/1",
                "clusters/main/groups/",
                "clusters/main/groups/a/b",
                "clusters/main/topics/orders/history",
                "clusters/main/groups/slow-consumer/history/1",
                "clusters/../clusters",
                "clusters/main%2Ftopics",
            })
    void ask_unknownPath_isNotFound(String target) {
        assertThat(ask(target).status()).isEqualTo(404);
    }

    @Test
    void search_longerThanAnyName_isRefused() {
        assertThat(ask("clusters/main/topics?search=" + "x".repeat(250)).status())
                .isEqualTo(400);
    }

    @Test
    void tables_newReading_replaceTheOld() throws Exception {
        assertThat(json("clusters/main/topics").path("total").asInt()).isEqualTo(3);
        views.put(Readings.view("main", Readings.without("main"), io.klamm.model.ComponentStatus.State.OK));

        assertThat(json("clusters/main/topics").path("total").asInt()).isZero();
        assertThat(json("clusters/main").has("totalLag")).isFalse();
    }
}
