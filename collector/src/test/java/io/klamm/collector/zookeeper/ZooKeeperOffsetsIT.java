package io.klamm.collector.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.config.Secret;
import io.klamm.lab.cluster.LabZooKeeper;
import io.klamm.model.ComponentStatus.State;
import io.klamm.model.commit.CommitBatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/** A source against a real ZooKeeper server, in which each test has a path of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZooKeeperOffsetsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SESSION = Duration.ofSeconds(4);
    private static final int SESSION_MILLIS = 4_000;

    private LabZooKeeper server;
    private ZooKeeper client;
    private String path = "";
    private RecordedCommits sink = new RecordedCommits();
    private final Map<String, String> owners = new ConcurrentHashMap<>();

    @BeforeAll
    void start() {
        server = LabZooKeeper.start();
    }

    @AfterAll
    void end() {
        server.close();
    }

    @BeforeEach
    void begin(TestInfo test) throws Exception {
        client = connect();
        path = "/" + test.getTestMethod().orElseThrow().getName();
        create(path, "");
        sink = new RecordedCommits();
        owners.clear();
    }

    @AfterEach
    void close() throws InterruptedException {
        client.close();
    }

    private ZooKeeperConfig config() {
        return ZooKeeperConfig.of("practice", server.address(), path, SESSION);
    }

    private ZooKeeperOffsets source() {
        return started(new ZooKeeperOffsets(config(), group -> true, sink, this::owned, Clock.systemUTC()));
    }

    private static ZooKeeperOffsets started(ZooKeeperOffsets source) {
        source.start();
        await(() -> source.status().state() == State.OK);
        return source;
    }

    private void owned(String group, String topic, int partition, Optional<String> owner) {
        owners.put(group + "/" + topic + "/" + partition, owner.orElse("nobody"));
    }

    /** A client that answers. One that has just been made loses what it is asked for when a busy machine does not let it connect in time. */
    private ZooKeeper connect() throws IOException {
        return connected(new ZooKeeper(server.address(), SESSION_MILLIS, event -> {}));
    }

    private static ZooKeeper connected(ZooKeeper client) {
        await(() -> client.getState().isConnected() || !client.getState().isAlive());
        return client;
    }

    /**
     * Who ends a session from elsewhere makes it expire for its owner. A client that is not connected, or no longer for its owner has come back
     * meanwhile, ends nothing: so this is to be called until it is seen.
     */
    private void endFromElsewhere(Session session) {
        try {
            connected(new ZooKeeper(server.address(), SESSION_MILLIS, event -> {}, session.id(), session.password()))
                    .close();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("in time").isNegative();
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    private void create(String node, String text) throws KeeperException, InterruptedException {
        client.create(
                node, text.getBytes(StandardCharsets.ISO_8859_1), ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
    }

    /** As old consumers do: the node is written, and made with its parents where it is not there. */
    private Stat put(String node, String text) throws KeeperException, InterruptedException {
        for (int slash = node.indexOf('/', 1); slash > 0; slash = node.indexOf('/', slash + 1)) {
            if (client.exists(node.substring(0, slash), false) == null) {
                create(node.substring(0, slash), "");
            }
        }
        if (client.exists(node, false) == null) {
            create(node, text);
            return Objects.requireNonNull(client.exists(node, false));
        }
        return client.setData(node, text.getBytes(StandardCharsets.ISO_8859_1), -1);
    }

    private Stat commit(String group, String topic, int partition, long offset)
            throws KeeperException, InterruptedException {
        return put(offsetNode(group, topic, partition), String.valueOf(offset));
    }

    private String offsetNode(String group, String topic, int partition) {
        return path + "/consumers/" + group + "/offsets/" + topic + "/" + partition;
    }

    private String ownerNode(String group, String topic, int partition) {
        return path + "/consumers/" + group + "/owners/" + topic + "/" + partition;
    }

    private void awaitOffsets(String group, String topic, int partition, Long... offsets) {
        await(() -> sink.offsets(group, topic, partition).size() >= offsets.length);
        assertThat(sink.offsets(group, topic, partition)).containsExactly(offsets);
    }

    @Test
    void whatIsThere_isReadWithTheServersTimeAndOrder() throws Exception {
        Stat written = commit("g1", "t", 0, 42);
        commit("g1", "t", 7, 43);
        commit("g2", "u", 1, 44);
        put(ownerNode("g1", "t", 0), "g1_host-1-0");

        try (ZooKeeperOffsets source = source()) {
            assertThat(sink.all()).hasSize(3);
            assertThat(sink.offsets("g1", "t", 7)).containsExactly(43L);
            assertThat(sink.offsets("g2", "u", 1)).containsExactly(44L);
            assertThat(sink.all())
                    .filteredOn(commit -> commit.offset() == 42)
                    .singleElement()
                    .satisfies(commit -> {
                        assertThat(commit.timeMillis()).isEqualTo(written.getMtime());
                        assertThat(commit.order()).isEqualTo(written.getMzxid());
                    });
            assertThat(owners).isEqualTo(Map.of("g1/t/0", "g1_host-1-0"));
            assertThat(source.status().counts())
                    .containsEntry("groups", 2L)
                    .containsEntry("offsets", 3L)
                    .containsEntry("owners", 1L);
        }
    }

    @Test
    void newCommitsTopicsPartitionsAndGroups_areReadAsTheyCome() throws Exception {
        commit("g", "t", 0, 1);
        try (ZooKeeperOffsets source = source()) {
            commit("g", "t", 0, 2);
            awaitOffsets("g", "t", 0, 1L, 2L);
            commit("g", "t", 1, 10);
            commit("g", "u", 0, 20);
            commit("h", "t", 0, 30);

            awaitOffsets("g", "t", 1, 10L);
            awaitOffsets("g", "u", 0, 20L);
            awaitOffsets("h", "t", 0, 30L);
            commit("g", "t", 0, 2);
            awaitOffsets("g", "t", 0, 1L, 2L, 2L);
            assertThat(source.status().failures()).isZero();
        }
    }

    @Test
    void noConsumersYet_isWaitedFor() throws Exception {
        try (ZooKeeperOffsets source = source()) {
            assertThat(source.status().counts()).containsEntry("groups", 0L);

            commit("first", "t", 0, 5);

            awaitOffsets("first", "t", 0, 5L);
        }
    }

    @Test
    void groupWithoutOffsetsYet_isWaitedFor() throws Exception {
        put(path + "/consumers/g/ids/g_host-1", "{}");
        try (ZooKeeperOffsets source = source()) {
            assertThat(source.status().counts()).containsEntry("groups", 1L);

            commit("g", "t", 0, 5);

            awaitOffsets("g", "t", 0, 5L);
        }
    }

    @Test
    void deletedNode_isATombstone_andACommitAfterItCounts() throws Exception {
        commit("g", "t", 0, 5);
        try (ZooKeeperOffsets source = source()) {
            client.delete(offsetNode("g", "t", 0), -1);
            awaitOffsets("g", "t", 0, 5L, CommitBatch.DELETED);
            commit("g", "t", 0, 6);

            awaitOffsets("g", "t", 0, 5L, CommitBatch.DELETED, 6L);
            assertThat(sink.all()).isSortedAccordingTo((one, other) -> Long.compare(one.order(), other.order()));
            assertThat(source.status().state()).isEqualTo(State.OK);
        }
    }

    @Test
    void owners_areToldAsTheyChange() throws Exception {
        put(ownerNode("g", "t", 0), "g_one-0");
        try (ZooKeeperOffsets source = source()) {
            assertThat(owners).containsEntry("g/t/0", "g_one-0");
            client.setData(ownerNode("g", "t", 0), "g_two-0".getBytes(StandardCharsets.US_ASCII), -1);
            await(() -> "g_two-0".equals(owners.get("g/t/0")));
            client.delete(ownerNode("g", "t", 0), -1);
            await(() -> "nobody".equals(owners.get("g/t/0")));
            assertThat(source.status().failures()).isZero();
        }
    }

    @Test
    void ownerThatDies_ownsNothing() throws Exception {
        put(path + "/consumers/g/owners/t", "");
        ZooKeeper owner = connect();
        owner.create(
                ownerNode("g", "t", 0),
                "g_one-0".getBytes(StandardCharsets.US_ASCII),
                ZooDefs.Ids.OPEN_ACL_UNSAFE,
                CreateMode.EPHEMERAL);
        try (ZooKeeperOffsets source = source()) {
            assertThat(owners).containsEntry("g/t/0", "g_one-0");

            owner.close();

            await(() -> "nobody".equals(owners.get("g/t/0")));
            assertThat(source.status().failures()).isZero();
        }
    }

    @Test
    void badContents_areCountedAndSpoilNothing() throws Exception {
        put(offsetNode("g", "t", 0), "\u00ff\u00fe");
        put(offsetNode("g", "t", 1), "-1");
        put(path + "/consumers/g/offsets/t/many", "5");
        commit("g", "t", 2, 9);
        try (ZooKeeperOffsets source = source()) {
            assertThat(sink.all()).hasSize(1);
            assertThat(source.status().errors()).containsEntry("BadOffset", 2L).containsEntry("BadPartition", 1L);

            commit("g", "t", 0, 3);

            awaitOffsets("g", "t", 0, 3L);
        }
    }

    @Test
    void groupsThatAreNotWanted_areNotRead() throws Exception {
        commit("console-consumer-1", "t", 0, 1);
        commit("kept", "t", 0, 1);
        ZooKeeperOffsets filtered = new ZooKeeperOffsets(
                config(), group -> !group.startsWith("console-"), sink, this::owned, Clock.systemUTC());
        try (filtered) {
            started(filtered);
            commit("console-consumer-1", "t", 0, 2);
            commit("kept", "t", 0, 2);

            awaitOffsets("kept", "t", 0, 1L, 2L);
            assertThat(sink.offsets("console-consumer-1", "t", 0)).isEmpty();
        }
    }

    @Test
    void olderServer_isListedAgainAndAgain() throws Exception {
        commit("g", "t", 0, 1);
        commit("g", "t", 1, 1);
        ZooKeeperOffsets polling = new ZooKeeperOffsets(
                config(), group -> true, sink, this::owned, Clock.systemUTC(), false, Duration.ofMillis(200));
        try (polling) {
            started(polling);
            commit("g", "t", 0, 2);
            awaitOffsets("g", "t", 0, 1L, 2L);
            client.delete(offsetNode("g", "t", 1), -1);

            awaitOffsets("g", "t", 1, 1L, CommitBatch.DELETED);
        }
    }

    @Test
    void sessionExpired_anotherIsBegun_andWhatWasMissedIsRead() throws Exception {
        commit("g", "t", 0, 1);
        commit("g", "t", 1, 1);
        try (ZooKeeperOffsets source = source()) {
            Session session = Objects.requireNonNull(source.openSession());
            endFromElsewhere(session);
            commit("g", "t", 0, 2);
            client.delete(offsetNode("g", "t", 1), -1);

            await(() -> {
                boolean expired = source.status().errors().containsKey("Expired");
                if (!expired) {
                    endFromElsewhere(session);
                }
                return expired;
            });
            awaitOffsets("g", "t", 0, 1L, 2L);
            awaitOffsets("g", "t", 1, 1L, CommitBatch.DELETED);
            await(() -> source.status().state() == State.OK);
            commit("g", "t", 0, 3);
            awaitOffsets("g", "t", 0, 1L, 2L, 3L);
        }
    }

    @Test
    void serverKilledAndBack_isToldMeanwhile_andNothingComesTwice() throws Exception {
        commit("g", "t", 0, 1);
        try (ZooKeeperOffsets source = source()) {
            server.kill();
            await(() -> source.status().state() == State.ERROR);
            assertThat(source.status().lastError()).contains(server.address());

            server.restart();
            await(() -> source.status().state() == State.OK);
            await(() -> client.getState().isConnected());
            commit("g", "t", 0, 2);

            awaitOffsets("g", "t", 0, 1L, 2L);
        }
    }

    @Test
    void serverBackWithoutItsData_allIsGone_andWhatComesThenIsRead() throws Exception {
        commit("g", "t", 0, 1);
        try (ZooKeeperOffsets source = source()) {
            server.restartEmpty();
            awaitOffsets("g", "t", 0, 1L, CommitBatch.DELETED);
            await(() -> source.status().state() == State.OK);
            // Our own session is refused, too: it has seen what this server has not.
            client.close();
            client = connect();
            commit("g", "t", 0, 7);

            awaitOffsets("g", "t", 0, 1L, CommitBatch.DELETED, 7L);
        }
    }

    @Test
    void serverNotThereAtStart_isWaitedFor() throws Exception {
        commit("g", "t", 0, 1);
        server.kill();
        ZooKeeperOffsets early = new ZooKeeperOffsets(config(), group -> true, sink, this::owned, Clock.systemUTC());
        try (early) {
            early.start();
            await(() -> early.status().state() == State.ERROR);

            server.restart();

            awaitOffsets("g", "t", 0, 1L);
        }
    }

    @Test
    void nodesThatNeedALogin_areCountedAsDenied_andReadWithIt() throws Exception {
        commit("open", "t", 0, 1);
        put(path + "/consumers/closed/offsets/t", "");
        client.addAuthInfo("digest", "klamm:secret".getBytes(StandardCharsets.US_ASCII));
        client.create(
                offsetNode("closed", "t", 0),
                "9".getBytes(StandardCharsets.US_ASCII),
                ZooDefs.Ids.CREATOR_ALL_ACL,
                CreateMode.PERSISTENT);
        ZooKeeperOffsets stranger = new ZooKeeperOffsets(config(), group -> true, sink, this::owned, Clock.systemUTC());
        try (stranger) {
            stranger.start();
            await(() -> stranger.status().state() == State.WARNING);
            assertThat(stranger.status().lastError()).contains("1 nodes may not be read");
            assertThat(sink.all()).hasSize(1);
        }
        ZooKeeperConfig login = new ZooKeeperConfig(
                "practice", server.address(), path, SESSION, Optional.of(Secret.of("klamm:secret")));
        try (ZooKeeperOffsets source =
                started(new ZooKeeperOffsets(login, group -> true, sink, this::owned, Clock.systemUTC()))) {
            assertThat(sink.offsets("closed", "t", 0)).containsExactly(9L);
            assertThat(source.status().lastError()).isNull();
        }
    }

    @Test
    void manyNodes_areListedInOneGo_andAllTheirCommitsRead() throws Exception {
        int groups = 20;
        int partitions = 100;
        for (int group = 0; group < groups; group++) {
            put(path + "/consumers/g" + group + "/offsets/t", "");
            for (int partition = 0; partition < partitions; partition++) {
                create(offsetNode("g" + group, "t", partition), "1");
            }
        }
        try (ZooKeeperOffsets source = source()) {
            assertThat(sink.all()).hasSize(groups * partitions);
            assertThat(source.status().counts())
                    .containsEntry("nodes read", 2_000L)
                    .containsEntry("nodes listed", 2_000L);
            for (int partition : IntStream.range(0, partitions).toArray()) {
                commit("g3", "t", partition, 2);
            }
            await(() -> sink.all().size() == groups * partitions + partitions);
        }
    }

    @Test
    void close_whileNoServerAnswers_endsInTime_twice() {
        server.kill();
        ZooKeeperOffsets source = new ZooKeeperOffsets(config(), group -> true, sink, this::owned, Clock.systemUTC());
        source.start();
        await(() -> source.status().state() == State.ERROR);

        long began = System.nanoTime();
        source.close();
        source.close();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        assertThat(List.of(source.status().state())).containsExactly(State.ERROR);
        server.restart();
    }
}
