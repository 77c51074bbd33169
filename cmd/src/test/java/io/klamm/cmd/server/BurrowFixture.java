package io.klamm.cmd.server;

import io.klamm.lag.burrow.BurrowKeeper;
import io.klamm.lag.burrow.BurrowSettings;
import io.klamm.model.commit.CommitBatch;
import io.klamm.model.verdict.GroupVerdict.Source;
import io.klamm.testing.ManualClock;
import io.klamm.web.burrow.BurrowModules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The cluster whose answers by a real Burrow are recorded: topics and groups in every state. */
final class BurrowFixture {

    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final String SHIP = "pay & <ship>";

    private static final long MINUTE = 60_000;

    private final BurrowKeeper keeper;
    private long order;

    BurrowFixture() {
        BurrowSettings usual = BurrowSettings.usual();
        keeper = new BurrowKeeper(
                "local",
                new BurrowSettings(
                        4, Duration.ZERO, usual.expireGroup(), usual.groups(), usual.expireCache(), 0, 0, false, 1000),
                new ManualClock(NOW));
        keeper.observeEnds("orders", new long[] {1000, 1000}, 0);
        keeper.observeEnds(SHIP, new long[] {1000, 1000}, 0);
        keeper.observeEnds("holey", new long[] {-1, 55}, 0);
        groups();
        keeper.observeEnds("orders", new long[] {-1, 1040}, 0);
    }

    BurrowKeeper keeper() {
        return keeper;
    }

    private void groups() {
        commits("g-ok", "orders", 0, 0, 900, 925, 950, 975);
        commits("g-ok", "orders", 1, 0, 925, 950, 975, 1000);
        keeper.owner("g-ok", "orders", 0, "/10.0.0.1", "consumer-ok-1");
        commits("g-stall", "orders", 0, 0, 500, 500, 500, 500);
        commits("g-stall", "orders", 1, 0, 925, 950, 975, 1000);
        commits("g-stop", "orders", 0, 60 * MINUTE, 800, 801, 802, 803);
        commits("g-rewind", "orders", 0, 0, 800, 900, 100, 150);
        commits("g-mixed", "orders", 0, 60 * MINUTE, 800, 801, 802, 803);
        commits("g-mixed", SHIP, 0, 0, 600, 600, 600, 600);
        commits("part ü", SHIP, 0, MINUTE, 990);
        commits("slash/ed", "orders", 0, MINUTE, 990);
        keeper.owner("owner-only", "orders", 0, "/10.0.0.2", "consumer-idle-1");
        for (int i = 0; i < 4; i++) {
            keeper.observeEnds("grow", new long[] {1000 + 500 * i}, 0);
            commit("g-warn", "grow", 0, 900 + 100L * i, NOW.toEpochMilli() - (4 - i) * MINUTE);
        }
    }

    /** One commit a minute, the last so long ago. */
    private void commits(String group, String topic, int partition, long ago, long... offsets) {
        for (int i = 0; i < offsets.length; i++) {
            long time = NOW.toEpochMilli() - ago - (offsets.length - 1 - i) * MINUTE;
            commit(group, topic, partition, offsets[i], time);
        }
    }

    private void commit(String group, String topic, int partition, long offset, long timeMillis) {
        CommitBatch batch = new CommitBatch(1);
        batch.add(keeper.target(Source.OFFSETS_TOPIC, group, topic, partition), offset, timeMillis, ++order);
        keeper.accept(batch);
    }

    /** The configuration that was recorded. */
    static BurrowModules modules() {
        BurrowModules.ClientProfile profile = new BurrowModules.ClientProfile(
                "p",
                "burrow-x",
                "2.8.0",
                Optional.of(new BurrowModules.Tls("t", true, "", "", "")),
                Optional.of(new BurrowModules.Sasl("s", true, "u")));
        BurrowModules modules = new BurrowModules(
                new BurrowModules.General("burrow.pid", "", "*"),
                new BurrowModules.Logging("", 0, 0, 0, false, false, "info"),
                new BurrowModules.ZooKeeper(List.of("zk:2181"), 6, "/burrow"),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
        modules.httpServers().put("default", new BurrowModules.HttpServer("127.0.0.1:18099", "", 300));
        modules.storages().put("default", new BurrowModules.Storage("inmemory", 4, 0, "", 604_800));
        modules.evaluators().put("default", new BurrowModules.Evaluator("caching", 10));
        modules.clusters()
                .put("local", new BurrowModules.Cluster("kafka", List.of("k1:9092", "k2:9092"), profile, 120, 30));
        modules.consumers()
                .put(
                        "local",
                        new BurrowModules.Consumer(
                                "kafka", "local", List.of("k1:9092"), "", "", 0, profile, "", false));
        modules.notifiers().put("n", notifier());
        return modules;
    }

    private static BurrowModules.Notifier notifier() {
        TreeMap<String, String> extras = new TreeMap<>();
        extras.put("api_key", "k");
        extras.put("app", "burrow");
        return new BurrowModules.HttpNotifier(
                new BurrowModules.NotifierBase("", 60, 2, "", "", extras, false), 0, 0, "http://x", "", "", "", "", "");
    }
}
