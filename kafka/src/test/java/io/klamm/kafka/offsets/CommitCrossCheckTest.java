package io.klamm.kafka.offsets;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.kafka.offsets.NewestCommits.Known;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.CollectionProblem;
import io.klamm.model.Group;
import io.klamm.model.GroupOffset;
import io.klamm.model.GroupType;
import io.klamm.model.Topic;
import io.klamm.model.TopicPartition;
import io.klamm.model.commit.CommitBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommitCrossCheckTest {

    private static final TopicPartition T0 = new TopicPartition("t", 0);

    private final Map<String, List<Known>> topic = new HashMap<>();
    private final CommitCrossCheck check = new CommitCrossCheck(group -> topic.getOrDefault(group, List.of()));
    private Instant now = Instant.parse("2026-11-24T07:00:00Z");

    private void topicSays(String group, long offset, long time) {
        topic.put(group, List.of(new Known(T0, offset, time)));
    }

    private Optional<CollectionProblem> adminSays(String group, long offset) {
        return cycle(
                List.of(group(group, GroupType.CONSUMER, List.of(new GroupOffset(T0, offset, OptionalLong.empty())))));
    }

    private Group group(String id, GroupType type, List<GroupOffset> offsets) {
        return new Group(id, type, "Stable", "", 1, List.of(), Optional.of(offsets), now);
    }

    private Optional<CollectionProblem> cycle(List<Group> groups) {
        ClusterSnapshot snapshot = new ClusterSnapshot(
                "c",
                "id",
                1,
                now.plusMillis(10),
                Duration.ofMillis(10),
                1,
                List.of(),
                List.of(new Topic("t", "id", false, List.of(), Optional.empty())),
                List.of(),
                Optional.empty(),
                groups,
                List.of());
        now = now.plusSeconds(15);
        return check.check(snapshot);
    }

    @Test
    void bothSayTheSame_nothing() {
        topicSays("g", 5, 1);

        assertThat(adminSays("g", 5)).isEmpty();
        assertThat(adminSays("g", 5)).isEmpty();
    }

    @Test
    void differenceInOneCycle_isNothingYet_inTwoItIsAProblem() {
        topicSays("g", 5, 1);

        assertThat(adminSays("g", 7)).isEmpty();
        assertThat(adminSays("g", 7)).get().satisfies(problem -> {
            assertThat(problem.fact()).isEqualTo("commits");
            assertThat(problem.kind()).isEqualTo("Disagreement");
            assertThat(problem.count()).isEqualTo(1);
            assertThat(problem.message())
                    .isEqualTo("the offsets topic and the Admin API do not agree on 1 commits of g (such as on t-0)");
        });
        assertThat(adminSays("g", 5)).isEmpty();
    }

    @Test
    void commitsMadeMeanwhile_areNoDifference() {
        topicSays("g", 5, 1);
        assertThat(adminSays("g", 4)).isEmpty();
        topicSays("g", 9, 2);
        assertThat(adminSays("g", 8)).isEmpty();
        topicSays("g", 12, 3);
        assertThat(adminSays("g", 12)).isEmpty();
    }

    @Test
    void tombstoneThatAdminDoesNotKnow_isADifference_andOneThatItKnowsIsNot() {
        topicSays("g", CommitBatch.DELETED, 1);

        assertThat(adminSays("g", 5)).isEmpty();
        assertThat(adminSays("g", 5)).isPresent();
        assertThat(cycle(List.of(group("g", GroupType.CONSUMER, List.of())))).isEmpty();
        assertThat(cycle(List.of(group("g", GroupType.CONSUMER, List.of())))).isEmpty();
    }

    @Test
    void commitThatAdminHasNotAtAll_isADifference() {
        topicSays("g", 5, 1);

        assertThat(cycle(List.of(group("g", GroupType.CLASSIC, List.of())))).isEmpty();
        assertThat(cycle(List.of(group("g", GroupType.CLASSIC, List.of())))).isPresent();
    }

    @Test
    void whatCannotBeCompared_isLeftOut() {
        topicSays("share", 5, 1);
        topicSays("denied", 5, 1);
        topic.put("other", List.of(new Known(new TopicPartition("hidden", 0), 5, 1)));
        Group denied = new Group("denied", GroupType.CONSUMER, "Stable", "", 1, List.of(), Optional.empty(), now);
        List<Group> groups = List.of(
                group("share", GroupType.SHARE, List.of()),
                denied,
                group("other", GroupType.CONSUMER, List.of()),
                group("never-read", GroupType.CONSUMER, List.of(new GroupOffset(T0, 5, OptionalLong.empty()))));

        assertThat(cycle(groups)).isEmpty();
        assertThat(cycle(groups)).isEmpty();
    }

    @Test
    void groupThatWasNotReadAnew_isJudgedWhenItIs() {
        topicSays("g", 5, 1);
        Group old = group("g", GroupType.CONSUMER, List.of(new GroupOffset(T0, 7, OptionalLong.empty())));

        assertThat(cycle(List.of(old))).isEmpty();
        assertThat(cycle(List.of(old))).isEmpty();
        assertThat(adminSays("g", 7)).isPresent();
    }

    @Test
    void reset_beginsAnew() {
        topicSays("g", 5, 1);
        assertThat(adminSays("g", 7)).isEmpty();

        check.reset();

        assertThat(adminSays("g", 7)).isEmpty();
    }

    @Test
    void manyDifferences_areOneProblemOfBoundedSize() {
        List<String> names =
                IntStream.range(0, 12_000).mapToObj(n -> "g%05d".formatted(n)).toList();
        names.forEach(name -> topicSays(name, 5, 1));
        assertThat(cycle(allWithout(names))).isEmpty();

        assertThat(cycle(allWithout(names))).get().satisfies(problem -> {
            assertThat(problem.count()).isEqualTo(10_000);
            assertThat(problem.message()).contains("of g00000, g00001, g00002 and 9997 more");
        });
    }

    private List<Group> allWithout(List<String> names) {
        List<Group> groups = new ArrayList<>();
        names.forEach(name -> groups.add(group(name, GroupType.CONSUMER, List.of())));
        return groups;
    }
}
