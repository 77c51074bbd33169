package io.klamm.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.ClusterSnapshot;
import io.klamm.model.Group;
import io.klamm.model.GroupOffset;
import io.klamm.model.GroupType;
import io.klamm.model.Topic;
import io.klamm.model.TopicPartition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EarlierTest {

    private static final Instant THEN = Instant.parse("2026-11-21T00:00:00Z");
    private static final Instant NOW = THEN.plusSeconds(15);

    private static Topic topic(String name, String id) {
        return new Topic(name, id, false, List.of(), Optional.empty());
    }

    private static Group group(Instant readAt, GroupOffset... offsets) {
        return new Group(
                "g", GroupType.CLASSIC, "Stable", "range", 1, List.of(), Optional.of(List.of(offsets)), readAt);
    }

    private static GroupOffset offset(String topic, long offset) {
        return new GroupOffset(new TopicPartition(topic, 0), offset, OptionalLong.empty());
    }

    private static Earlier of(List<Topic> topics, Group... groups) {
        return Earlier.of(new ClusterSnapshot(
                "c",
                "id",
                1,
                THEN,
                Duration.ZERO,
                1,
                List.of(),
                topics,
                List.of(),
                Optional.empty(),
                List.of(groups),
                List.of()));
    }

    @Test
    void group_upToTenMinutesOld_isKept() {
        Earlier earlier = of(List.of(), group(THEN));

        assertThat(earlier.group("g", THEN.plus(Duration.ofMinutes(10)).minusMillis(1)))
                .isPresent();
        assertThat(earlier.group("g", THEN.plus(Duration.ofMinutes(10)))).isEmpty();
        assertThat(earlier.group("other", NOW)).isEmpty();
    }

    @Test
    void groupsWithout_thoseListed_areTheMissing() {
        Earlier earlier = of(List.of(), group(THEN));

        assertThat(earlier.groupsWithout(Set.of("g"), NOW)).isEmpty();
        assertThat(earlier.groupsWithout(Set.of(), NOW)).containsOnlyKeys("g");
        assertThat(earlier.groupsWithout(Set.of(), THEN.plusSeconds(600))).isEmpty();
    }

    @Test
    void topic_ofAnotherId_isAnotherTopic() {
        Earlier earlier = of(List.of(topic("t", "one")));

        assertThat(earlier.topic("t", "one")).isPresent();
        assertThat(earlier.topic("t", "two")).isEmpty();
        assertThat(earlier.madeAgain(List.of(topic("t", "two"), topic("new", "x"))))
                .containsExactly("t");
        assertThat(earlier.madeAgain(List.of(topic("t", "one")))).isEmpty();
    }

    @Test
    void withoutStaleCommits_freshGroup_losesOnlyWhatHasNotMoved() {
        Earlier earlier = of(List.of(topic("t", "one")), group(THEN, offset("t", 60), offset("u", 5)));
        Set<String> madeAgain = Set.of("t");

        Group still = earlier.withoutStaleCommits(group(NOW, offset("t", 60), offset("u", 5)), madeAgain);
        Group moved = earlier.withoutStaleCommits(group(NOW, offset("t", 3), offset("u", 5)), madeAgain);

        assertThat(still.offsets()).contains(List.of(offset("u", 5)));
        assertThat(moved.offsets()).contains(List.of(offset("t", 3), offset("u", 5)));
    }

    @Test
    void withoutStaleCommits_groupFromBefore_losesAllOfTheTopic() {
        Group before = group(THEN, offset("t", 60), offset("u", 5));
        Earlier earlier = of(List.of(topic("t", "one")), before);

        assertThat(earlier.withoutStaleCommits(before, Set.of("t")).offsets()).contains(List.of(offset("u", 5)));
        assertThat(earlier.withoutStaleCommits(before, Set.of())).isSameAs(before);
    }
}
