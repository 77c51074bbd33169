package io.klamm.lag;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.ClusterSnapshot;
import io.klamm.model.Group;
import io.klamm.model.GroupLag;
import io.klamm.model.GroupMember;
import io.klamm.model.GroupOffset;
import io.klamm.model.GroupType;
import io.klamm.model.Partition;
import io.klamm.model.PartitionLag;
import io.klamm.model.Topic;
import io.klamm.model.TopicPartition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class LagCalculatorTest {

    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

    private final LagCalculator calculator = new LagCalculator();

    private static Topic topic(String name, long... ends) {
        return new Topic(
                name,
                "id-of-" + name,
                false,
                IntStream.range(0, ends.length)
                        .mapToObj(id -> new Partition(
                                id, 1, List.of(1), List.of(1), List.of(), List.of(), List.of(), 0, ends[id], ends[id]))
                        .toList(),
                Optional.empty());
    }

    private static GroupMember member(String id, TopicPartition... assignment) {
        return new GroupMember(id, null, "client", "host", List.of(assignment));
    }

    private static GroupOffset offset(String topic, int partition, long offset) {
        return new GroupOffset(new TopicPartition(topic, partition), offset, OptionalLong.empty());
    }

    private static Group group(GroupType type, List<GroupMember> members, @Nullable List<GroupOffset> offsets) {
        return new Group("g", type, "Stable", "range", 1, members, Optional.ofNullable(offsets), NOW);
    }

    private static ClusterSnapshot snapshot(List<Topic> topics, List<Group> groups) {
        return new ClusterSnapshot(
                "c", "id", 1, NOW, Duration.ZERO, 1, List.of(), topics, List.of(), Optional.empty(), groups, List.of());
    }

    private GroupLag lag(List<Topic> topics, Group group) {
        return calculator.lagOf(snapshot(topics, List.of(group))).groups().get(0);
    }

    private GroupLag lag(List<Topic> topics, GroupOffset... offsets) {
        return lag(topics, group(GroupType.CLASSIC, List.of(), List.of(offsets)));
    }

    @Test
    void lagOf_committed_isEndLessCommitted() {
        GroupLag lag = lag(List.of(topic("t", 10, 20)), offset("t", 0, 4), offset("t", 1, 20));

        assertThat(lag.partitions())
                .extracting(PartitionLag::lag)
                .containsExactly(OptionalLong.of(6), OptionalLong.of(0));
        assertThat(lag.total()).hasValue(6);
        assertThat(lag.topics()).isEqualTo(1);
    }

    @Test
    void lagOf_commitBeyondTheEnd_isZeroAndSaysSo() {
        PartitionLag row =
                lag(List.of(topic("t", 10)), offset("t", 0, 60)).partitions().get(0);

        assertThat(row.lag()).hasValue(0);
        assertThat(row.commitBeyondEnd()).isTrue();
    }

    @Test
    void lagOf_endUnknown_isUnknownAndNotCounted() {
        GroupLag lag = lag(
                List.of(topic("t", Partition.UNKNOWN_OFFSET, 9)),
                offset("t", 0, 4),
                offset("t", 1, 4),
                offset("gone", 0, 4),
                offset("t", 7, 4));

        assertThat(lag.partitions())
                .extracting(row -> row.partition() + " " + row.lag())
                .containsExactly(
                        "gone-0 OptionalLong.empty",
                        "t-0 OptionalLong.empty",
                        "t-1 OptionalLong[5]",
                        "t-7 OptionalLong.empty");
        assertThat(lag.total()).hasValue(5);
        assertThat(lag.topics()).isEqualTo(2);
    }

    @Test
    void lagOf_readButNotCommitted_hasARowWithoutLag() {
        GroupMember reader = member("m", new TopicPartition("t", 0), new TopicPartition("t", 1));

        GroupLag lag = lag(
                List.of(topic("t", 10, 20)), group(GroupType.CONSUMER, List.of(reader), List.of(offset("t", 1, 5))));

        assertThat(lag.partitions()).extracting(PartitionLag::owner).containsOnly(reader);
        assertThat(lag.partitions().get(0).committed()).isEmpty();
        assertThat(lag.partitions().get(0).end()).hasValue(10);
        assertThat(lag.partitions().get(0).lag()).isEmpty();
        assertThat(lag.total()).hasValue(15);
    }

    @Test
    void lagOf_nothingCommittedOrOffsetsUnreadable_hasNoTotal() {
        assertThat(lag(List.of(topic("t", 10)), group(GroupType.CLASSIC, List.of(), List.of()))
                        .total())
                .isEmpty();
        assertThat(lag(List.of(topic("t", 10)), group(GroupType.CLASSIC, List.of(), null))
                        .total())
                .isEmpty();
    }

    @Test
    void lagOf_shareGroup_isWhatItsBrokersCount() {
        GroupOffset counted = new GroupOffset(new TopicPartition("t", 0), 3, OptionalLong.of(4));
        GroupMember one = member("a", new TopicPartition("t", 0));
        GroupMember two = member("b", new TopicPartition("t", 0));

        PartitionLag row = lag(List.of(topic("t", 100)), group(GroupType.SHARE, List.of(one, two), List.of(counted)))
                .partitions()
                .get(0);

        assertThat(row.lag()).hasValue(4);
        assertThat(row.owner()).isEqualTo(one);
    }

    @Test
    void lagOf_largeOffsets_doNotOverflow() {
        assertThat(lag(List.of(topic("t", Long.MAX_VALUE)), offset("t", 0, 0)).total())
                .hasValue(Long.MAX_VALUE);
    }

    @RepeatedTest(50)
    void lagOf_anySnapshot_keepsItsPromises() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Topic> topics = topics(random);
        List<Group> groups = IntStream.range(0, random.nextInt(5))
                .mapToObj(n -> group(random))
                .toList();

        List<GroupLag> lags = calculator.lagOf(snapshot(topics, groups)).groups();

        assertThat(lags).as("seed %d", seed).extracting(GroupLag::group).isEqualTo(groups);
        lags.forEach(lag -> check(lag, "seed " + seed));
    }

    private static void check(GroupLag lag, String seed) {
        Set<TopicPartition> expected = new HashSet<>();
        lag.group().offsets().orElse(List.of()).forEach(offset -> expected.add(offset.partition()));
        lag.group().members().forEach(member -> expected.addAll(member.assignment()));
        assertThat(lag.partitions())
                .as(seed)
                .extracting(PartitionLag::partition)
                .containsExactlyElementsOf(expected.stream().sorted().toList());
        long sum = 0;
        boolean known = false;
        for (PartitionLag row : lag.partitions()) {
            assertThat(row.lag().isPresent())
                    .as(seed)
                    .isEqualTo(row.committed().isPresent() && row.end().isPresent());
            assertThat(row.lag().orElse(0)).as(seed).isNotNegative();
            assertThat(row.commitBeyondEnd())
                    .as(seed)
                    .isEqualTo(row.lag().isPresent()
                            && row.committed().orElseThrow() > row.end().orElseThrow());
            GroupMember owner = row.owner();
            assertThat(owner == null || owner.assignment().contains(row.partition()))
                    .as(seed)
                    .isTrue();
            sum += row.lag().orElse(0);
            known |= row.lag().isPresent();
        }
        assertThat(lag.total()).as(seed).isEqualTo(known ? OptionalLong.of(sum) : OptionalLong.empty());
    }

    private static List<Topic> topics(Random random) {
        List<Topic> topics = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            long[] ends = random.longs(1 + random.nextInt(4), -1, 1_000).toArray();
            topics.add(topic("t" + n, ends));
        }
        return topics;
    }

    private static Group group(Random random) {
        Set<TopicPartition> committed = partitions(random);
        List<GroupOffset> offsets = committed.stream()
                .map(partition -> new GroupOffset(partition, random.nextInt(1_200), OptionalLong.empty()))
                .sorted(Comparator.comparing(GroupOffset::partition))
                .toList();
        Set<TopicPartition> assigned = partitions(random);
        List<GroupMember> members = new ArrayList<>();
        if (random.nextBoolean()) {
            members.add(new GroupMember("m", null, "c", "h", List.copyOf(assigned)));
        }
        return group(GroupType.CONSUMER, members, random.nextInt(5) == 0 ? null : offsets);
    }

    /** Some of which do not exist. */
    private static Set<TopicPartition> partitions(Random random) {
        Set<TopicPartition> partitions = new HashSet<>();
        for (int n = 0; n < random.nextInt(8); n++) {
            partitions.add(new TopicPartition("t" + random.nextInt(4), random.nextInt(5)));
        }
        return partitions;
    }
}
