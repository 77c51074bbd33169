package io.klamm.lag.burrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.ClusterSnapshot;
import io.klamm.model.CollectionProblem;
import io.klamm.model.Group;
import io.klamm.model.GroupMember;
import io.klamm.model.GroupType;
import io.klamm.model.Partition;
import io.klamm.model.Topic;
import io.klamm.model.TopicPartition;
import io.klamm.model.commit.CommitBatch;
import io.klamm.model.verdict.GroupVerdict.Source;
import io.klamm.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SnapshotIntakeTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final BurrowKeeper keeper = keeper(true);

    private static BurrowKeeper keeper(boolean reap) {
        BurrowSettings usual = BurrowSettings.usual();
        return new BurrowKeeper(
                "main",
                new BurrowSettings(
                        10, Duration.ZERO, usual.expireGroup(), usual.groups(), Duration.ZERO, 0, 0, reap, 1000),
                new ManualClock(NOW));
    }

    private static Topic topic(String name, String id, long... ends) {
        List<Partition> partitions = new ArrayList<>();
        for (int i = 0; i < ends.length; i++) {
            partitions.add(new Partition(
                    i,
                    ends[i] < 0 ? -1 : 1,
                    List.of(1),
                    List.of(1),
                    List.of(),
                    List.of(),
                    List.of(),
                    0,
                    ends[i],
                    ends[i]));
        }
        return new Topic(name, id, false, partitions, Optional.empty());
    }

    private static Group group(String id, GroupMember... members) {
        return new Group(id, GroupType.CLASSIC, "Stable", "range", 1, List.of(members), Optional.empty(), NOW);
    }

    private static ClusterSnapshot snapshot(List<Topic> topics, List<Group> groups, String... missing) {
        List<CollectionProblem> problems = new ArrayList<>();
        for (String fact : missing) {
            problems.add(new CollectionProblem(fact, "TimeoutException", "no answer", null, 1));
        }
        return new ClusterSnapshot(
                "main",
                "id",
                1,
                NOW,
                Duration.ZERO,
                1,
                List.of(),
                topics,
                List.of(),
                Optional.empty(),
                groups,
                problems);
    }

    private void commit(Source source, String group, String topic, long offset) {
        CommitBatch batch = new CommitBatch(1);
        batch.add(keeper.target(source, group, topic, 0), offset, NOW.toEpochMilli(), offset);
        keeper.accept(batch);
    }

    @Test
    void observe_ends_areKnownButForPartitionsWithoutLeader() {
        keeper.observe(snapshot(List.of(topic("t", "1", 100, -1, 7)), List.of()));

        assertThat(keeper.ends("t").orElseThrow())
                .containsExactly(OptionalLong.of(100), OptionalLong.empty(), OptionalLong.of(7));
        assertThat(keeper.ends("u")).isEmpty();
    }

    @Test
    void observe_topicGone_isForgottenUnlessTopicsAreMissing() {
        keeper.observe(snapshot(List.of(topic("t", "1", 100), topic("u", "2", 100)), List.of()));

        keeper.observe(snapshot(List.of(topic("u", "2", 100)), List.of(), "topics"));
        assertThat(keeper.topics()).containsExactly("t", "u");
        keeper.observe(snapshot(List.of(topic("u", "2", 100)), List.of()));
        assertThat(keeper.topics()).containsExactly("u");
    }

    @Test
    void observe_topicMadeAgain_startsAnew() {
        keeper.observe(snapshot(List.of(topic("t", "1", 100, 100)), List.of(group("g"))));
        commit(Source.OFFSETS_TOPIC, "g", "t", 90);

        keeper.observe(snapshot(List.of(topic("t", "2", 5)), List.of(group("g"))));

        assertThat(keeper.group("g").orElseThrow()).isEmpty();
        assertThat(keeper.ends("t").orElseThrow()).containsExactly(OptionalLong.of(5));
    }

    @Test
    void observe_members_areTheOwners() {
        GroupMember member = new GroupMember("id", null, "client-1", "10.0.0.7", List.of(new TopicPartition("t", 0)));
        keeper.observe(snapshot(List.of(topic("t", "1", 100)), List.of(group("g", member), group("h", member))));
        assertThat(keeper.groups()).as("a group without commits").isEmpty();
        commit(Source.OFFSETS_TOPIC, "g", "t", 90);

        keeper.observe(snapshot(List.of(topic("t", "1", 100)), List.of(group("g", member))));
        assertThat(keeper.status("g").partitions().get(0).owner()).isEqualTo("/10.0.0.7");
        assertThat(keeper.status("g").partitions().get(0).clientId()).isEqualTo("client-1");

        keeper.observe(snapshot(List.of(topic("t", "1", 100)), List.of(group("g"))));
        assertThat(keeper.status("g").partitions().get(0).owner()).isEmpty();
    }

    @Test
    void observe_groupGone_isReapedUnlessGroupsAreMissingOrItIsZooKeepers() {
        List<Topic> topics = List.of(topic("t", "1", 100));
        keeper.observe(snapshot(topics, List.of()));
        commit(Source.OFFSETS_TOPIC, "g", "t", 90);
        commit(Source.ZOOKEEPER, "z", "t", 90);

        keeper.observe(snapshot(topics, List.of(), "groups"));
        assertThat(keeper.groups()).containsExactly("g", "z");
        keeper.observe(snapshot(topics, List.of()));
        assertThat(keeper.groups()).containsExactly("z");
    }

    @Test
    void observe_groupGoneButNotToBeReaped_stays() {
        BurrowKeeper patient = keeper(false);
        patient.observe(snapshot(List.of(topic("t", "1", 100)), List.of()));
        CommitBatch batch = new CommitBatch(1);
        batch.add(patient.target(Source.OFFSETS_TOPIC, "g", "t", 0), 1, NOW.toEpochMilli(), 1);
        patient.accept(batch);

        patient.observe(snapshot(List.of(topic("t", "1", 100)), List.of()));

        assertThat(patient.groups()).containsExactly("g");
    }
}
