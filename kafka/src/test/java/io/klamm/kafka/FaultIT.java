package io.klamm.kafka;

import static io.klamm.kafka.Practice.await;
import static io.klamm.kafka.Practice.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.model.Broker;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.CollectionProblem;
import io.klamm.model.ComponentStatus.State;
import io.klamm.model.Group;
import io.klamm.model.Partition;
import io.klamm.model.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.common.ElectionType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What becomes of readings when real brokers die, hang and come back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultIT {

    private static final Duration CYCLE_LIMIT = Duration.ofSeconds(15);
    private static final int GROUPS = 12;

    private Practice practice;

    @BeforeAll
    void start() {
        // Longer than a reading, so that a hanging broker still has its place when the reading ends.
        practice = Practice.start(lab -> lab.brokers(3).brokerProperty("broker.session.timeout.ms", "18000"));
        practice.createTopic("t", 6, 3);
        practice.produce("t", 6, 10);
        // So many that every broker coordinates some.
        IntStream.range(0, GROUPS).forEach(n -> practice.commit("g-" + n, "t", Map.of(0, 1L, 5, 2L)));
    }

    @AfterEach
    void allAreWell() {
        try (ClusterReader reader = practice.reader()) {
            await(() -> well(reader));
        }
    }

    @AfterAll
    void end() {
        practice.close();
    }

    private static boolean well(ClusterReader reader) {
        try {
            ClusterSnapshot snapshot = reader.read();
            return snapshot.problems().isEmpty()
                    && snapshot.underReplicatedPartitions() == 0
                    && snapshot.groups().size() == GROUPS
                    && snapshot.brokers().stream().noneMatch(Broker::fenced);
        } catch (ReadFailedException e) {
            return false;
        }
    }

    /** Whether leaders are where they will stay: at the first replica, and groups' coordinators with them. */
    private static boolean settled(ClusterSnapshot snapshot) {
        Topic commits = topic(snapshot, "__consumer_offsets");
        return snapshot.problems().isEmpty()
                && snapshot.groups().size() == GROUPS
                && snapshot.topics().stream()
                        .flatMap(topic -> topic.partitions().stream())
                        .allMatch(Partition::leaderIsPreferred)
                && snapshot.groups().stream()
                        .allMatch(group -> group.coordinator() == coordinator(commits, group.id()));
    }

    private static int coordinator(Topic commits, String group) {
        int partition = (group.hashCode() & 0x7fffffff) % commits.partitions().size();
        return commits.partitions().get(partition).leader();
    }

    @Test
    void brokerKilled_itsPartitionsAreUnderReplicatedAndTheRestIsRead() {
        try (ClusterReader reader = practice.reader()) {
            reader.read();
            practice.lab().lab().kill(2);

            await(() -> timed(reader).underReplicatedPartitions() > 0);
            await(() -> timed(reader).problems().isEmpty());
            ClusterSnapshot after = timed(reader);

            assertThat(after.brokers())
                    .filteredOn(Broker::fenced)
                    .extracting(Broker::id)
                    .containsExactly(2);
            assertThat(topic(after, "t").partitions()).allSatisfy(partition -> {
                assertThat(partition.isr()).doesNotContain(2).hasSize(2);
                assertThat(partition.offlineReplicas()).containsExactly(2);
                assertThat(partition.latestOffset()).isEqualTo(10);
            });
            assertThat(after.groups()).hasSize(GROUPS);
            practice.lab().lab().start(2);
        }
    }

    @Test
    void brokerHangs_readingEndsInTimeAndSaysWhichOne_itsGroupsStayAsTheyWere() {
        try (ClusterReader reader = practice.reader()) {
            // The tests before may have left all leaders on one broker.
            Practice.get(() -> practice.admin()
                    .electLeaders(ElectionType.PREFERRED, null)
                    .all()
                    .get(20, TimeUnit.SECONDS));
            await(() -> settled(reader.read()));
            ClusterSnapshot before = reader.read();
            int hung = before.groups().get(0).coordinator();
            List<String> its = before.groups().stream()
                    .filter(group -> group.coordinator() == hung)
                    .map(Group::id)
                    .toList();
            assertThat(its).isNotEmpty();
            practice.lab().lab().pause(hung);
            try {
                ClusterSnapshot during = timed(reader);

                assertThat(during.problems()).isNotEmpty();
                assertThat(during.problems())
                        .extracting(CollectionProblem::message)
                        .anyMatch(message -> message.contains("broker " + hung));
                assertThat(during.groups()).hasSize(GROUPS).allSatisfy(group -> {
                    assertThat(group.offsets().orElseThrow()).hasSize(2);
                    if (!its.contains(group.id())) {
                        assertThat(group.readAt()).isAfter(before.takenAt());
                    }
                });
                assertThat(during.groups())
                        .filteredOn(group -> its.contains(group.id()))
                        .anyMatch(group -> group.readAt().isBefore(before.takenAt()));
                Topic topic = topic(during, "t");
                assertThat(topic.partitions())
                        .filteredOn(partition -> partition.leader() != hung)
                        .isNotEmpty()
                        .allMatch(partition -> partition.latestOffset() == 10);
                assertThat(topic.partitions())
                        .filteredOn(partition -> partition.leader() == hung)
                        .isNotEmpty()
                        .allMatch(partition -> partition.latestOffset() == Partition.UNKNOWN_OFFSET);

                // Its place is taken when its session has run out.
                await(() -> timed(reader).problems().isEmpty());
                assertThat(timed(reader).groups()).hasSize(GROUPS);
            } finally {
                practice.lab().lab().resume(hung);
            }
        }
    }

    @Test
    void brokerHangs_newReader_readsByTheOthers() {
        practice.lab().lab().pause(1);
        try (ClusterReader reader = practice.reader()) {
            // The client chooses the first address by chance, and a hanging one costs it a try.
            await(() -> !groupsOf(reader).isEmpty());
        } finally {
            practice.lab().lab().resume(1);
        }
    }

    private static List<Group> groupsOf(ClusterReader reader) {
        try {
            return timed(reader).groups();
        } catch (ReadFailedException e) {
            return List.of();
        }
    }

    @Test
    void allBrokersRestart_collectorSaysSoAndGoesOnByItself() {
        Recorder recorder = new Recorder();
        try (ClusterCollector collector = new ClusterCollector(practice.config(), recorder, Clock.systemUTC())) {
            collector.start();
            await(() -> !recorder.published().isEmpty());
            IntStream.rangeClosed(1, 3).forEach(practice.lab().lab()::kill);
            await(() -> collector.status().state() == State.ERROR);
            assertThat(recorder.failures()).isNotEmpty();
            assertThat(collector.status().lastError()).contains("no broker answers at 127.0.0.1:");
            assertThat(collector.newest()).get().satisfies(old -> assertThat(old.groups())
                    .hasSize(GROUPS));
            int before = recorder.published().size();

            IntStream.rangeClosed(1, 3).forEach(practice.lab().lab()::start);

            await(() -> collector.status().state() == State.OK);
            assertThat(recorder.published().size()).isGreaterThan(before);
            assertThat(recorder.published())
                    .as("no group vanishes while coordinators load")
                    .allSatisfy(snapshot -> assertThat(snapshot.groups()).hasSize(GROUPS));
        }
    }

    @Test
    void brokersDownAtStart_eachReadingSaysSo_untilTheyAppear() {
        IntStream.rangeClosed(1, 3).forEach(practice.lab().lab()::stop);
        try (ClusterReader reader = practice.reader()) {
            long began = System.nanoTime();
            assertThatThrownBy(reader::read)
                    .isInstanceOf(ReadFailedException.class)
                    .hasMessageContaining("no broker answers at 127.0.0.1:")
                    .hasMessageContaining("are the brokers up");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(CYCLE_LIMIT);
            IntStream.rangeClosed(1, 3).forEach(practice.lab().lab()::start);

            await(() -> well(reader));
        }
    }

    @Test
    void collectorClosedWhileAllHang_endsInTwoSeconds() {
        Recorder recorder = new Recorder();
        ClusterCollector collector = new ClusterCollector(practice.config(), recorder, Clock.systemUTC());
        collector.start();
        await(() -> recorder.published().size() == 1);
        IntStream.rangeClosed(1, 3).forEach(practice.lab().lab()::pause);
        try {
            await(() -> collector.status().state() == State.ERROR);

            long began = System.nanoTime();
            collector.close();

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        } finally {
            IntStream.rangeClosed(1, 3).forEach(practice.lab().lab()::resume);
        }
    }

    private static ClusterSnapshot timed(ClusterReader reader) {
        long began = System.nanoTime();
        ClusterSnapshot snapshot = reader.read();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(CYCLE_LIMIT);
        return snapshot;
    }
}
