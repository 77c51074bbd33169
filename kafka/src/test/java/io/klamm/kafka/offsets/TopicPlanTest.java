package io.klamm.kafka.offsets;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.kafka.OffsetsTopicConfig.Start;
import io.klamm.kafka.offsets.OffsetsState.CatchingUp;
import io.klamm.kafka.offsets.OffsetsState.Live;
import io.klamm.kafka.offsets.OffsetsState.Starting;
import io.klamm.kafka.offsets.TopicAnswer.Bounds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TopicPlanTest {

    private static final Instant NOW = Instant.parse("2026-11-24T07:00:00Z");
    private static final Start RECENT = new Start.Recent(Duration.ofMinutes(10));
    private static final Start LATEST = new Start.Recent(Duration.ZERO);
    private static final Start OLDEST = new Start.Oldest();

    private static Bounds bounds(long earliest, long latest) {
        return new Bounds(earliest, latest, OptionalLong.empty());
    }

    private static Bounds bounds(long earliest, long latest, long since) {
        return new Bounds(earliest, latest, OptionalLong.of(since));
    }

    private static TopicAnswer answer(String id, int partitions, Map<Integer, Bounds> bounds) {
        return new TopicAnswer(id, partitions, List.of(), bounds);
    }

    private static TopicPlan started(Start start, Map<Integer, Bounds> bounds) {
        TopicPlan plan = new TopicPlan(start);
        plan.apply(answer("id", bounds.size(), bounds));
        return plan;
    }

    private static long order(TopicPlan plan, int partition, long offset) {
        return plan.orders().raiseOf(partition) + offset;
    }

    @Test
    void first_byRule() {
        Map<Integer, Bounds> bounds = Map.of(0, bounds(5, 100, 80), 1, bounds(7, 50));

        assertThat(started(RECENT, bounds).live().positions()).isEqualTo(Map.of(0, 80L, 1, 50L));
        assertThat(started(LATEST, bounds).live().positions()).isEqualTo(Map.of(0, 100L, 1, 50L));
        assertThat(started(OLDEST, bounds).live().positions()).isEqualTo(Map.of(0, 5L, 1, 7L));
        assertThat(started(OLDEST, bounds).past().isEmpty()).isTrue();
    }

    @Test
    void latestThenOldest_hasAPastThatEndsWhereItsLiveReadingBegan() {
        TopicPlan plan = started(new Start.LatestThenOldest(), Map.of(0, bounds(5, 100, 80), 1, bounds(7, 7)));

        assertThat(plan.live().positions()).isEqualTo(Map.of(0, 100L, 1, 7L));
        assertThat(plan.past().positions()).isEqualTo(Map.of(0, 5L, 1, 7L));
        assertThat(plan.past().goal(0)).isEqualTo(100);
        assertThat(plan.past().unfinished()).containsExactly(0);
        assertThat(plan.state()).isEqualTo(new Live(List.of()));
    }

    @Test
    void question_isOfTheTimeOfTheStart_alsoLater() {
        TopicPlan plan = new TopicPlan(RECENT);

        assertThat(plan.question(NOW).since()).isEqualTo(NOW.minusSeconds(600));
        assertThat(plan.question(NOW.plusSeconds(3600)).since()).isEqualTo(NOW.minusSeconds(600));
    }

    @Test
    void question_leavesOutWhatIsRead_butNotOfAnotherTopic() {
        TopicPlan plan = new TopicPlan(RECENT);
        plan.apply(answer("id", 2, Map.of(0, bounds(0, 9))));

        TopicQuestion question = plan.question(NOW);

        assertThat(question.asksFor("id", 0)).isFalse();
        assertThat(question.asksFor("id", 1)).isTrue();
        assertThat(question.asksFor("other", 0)).isTrue();
    }

    @Test
    void state_fromStartingToLive() {
        TopicPlan plan = new TopicPlan(OLDEST);
        assertThat(plan.state()).isEqualTo(new Starting());
        plan.apply(answer("id", 2, Map.of(0, bounds(10, 20))));
        assertThat(plan.state()).as("one is missing").isEqualTo(new CatchingUp(0, 10));
        plan.apply(answer("id", 2, Map.of(1, bounds(0, 5))));
        plan.live().advance(0, 25);
        assertThat(plan.state()).isEqualTo(new CatchingUp(10, 15));
        plan.live().advance(1, 5);
        assertThat(plan.state()).isEqualTo(new Live(List.of()));
    }

    @Test
    void leaderless_doesNotHinderTheOthersFromBeingLive() {
        TopicPlan plan = new TopicPlan(LATEST);
        plan.apply(new TopicAnswer("id", 2, List.of(1), Map.of(0, bounds(0, 9))));

        assertThat(plan.state()).isEqualTo(new Live(List.of(1)));
        assertThat(plan.complete()).isTrue();
        plan.apply(answer("id", 2, Map.of(1, bounds(0, 7, 3))));
        assertThat(plan.live().positions()).containsEntry(1, 7L);
    }

    @Test
    void grown_newPartitionsFromTheirBeginning_ordersAboveAllBefore() {
        TopicPlan plan = started(LATEST, Map.of(0, bounds(0, 1_000), 1, bounds(0, 10)));
        plan.live().advance(0, 1_500);

        plan.apply(answer("id", 3, Map.of(2, bounds(0, 4))));

        assertThat(plan.live().positions()).containsEntry(2, 0L);
        assertThat(List.of(order(plan, 0, 1_500), order(plan, 1, 10), order(plan, 2, 0)))
                .allSatisfy(order -> assertThat(order).isGreaterThanOrEqualTo(1_500));
    }

    @Test
    void madeAgain_isReadFromItsBeginning_ordersAboveAllBefore() {
        TopicPlan plan = started(new Start.LatestThenOldest(), Map.of(0, bounds(0, 1_000)));
        plan.live().advance(0, 1_500);

        plan.apply(answer("other", 1, Map.of(0, bounds(0, 9_000))));

        assertThat(plan.live().positions()).isEqualTo(Map.of(0, 0L));
        assertThat(plan.past().isEmpty()).isTrue();
        assertThat(order(plan, 0, 0)).isGreaterThanOrEqualTo(1_500);

        plan.live().advance(0, 200);
        plan.apply(answer("third", 1, Map.of(0, bounds(0, 0))));
        assertThat(order(plan, 0, 0)).isGreaterThanOrEqualTo(1_700);
    }

    @Test
    void absentAtFirst_isReadFromItsBeginning() {
        TopicPlan plan = new TopicPlan(LATEST);
        plan.absent();
        plan.apply(answer("id", 1, Map.of(0, bounds(0, 3))));

        assertThat(plan.live().positions()).isEqualTo(Map.of(0, 0L));
    }

    @Test
    void absentForAWhile_sameTopicGoesOnWhereItWas() {
        TopicPlan plan = started(LATEST, Map.of(0, bounds(0, 10)));
        plan.live().advance(0, 12);
        plan.absent();

        plan.apply(answer("id", 1, Map.of()));

        assertThat(plan.live().positions()).isEqualTo(Map.of(0, 12L));
        assertThat(order(plan, 0, 12)).isEqualTo(12);
    }

    @Test
    void lost_oldestGone_goesOnWithTheNext() {
        TopicPlan plan = started(OLDEST, Map.of(0, bounds(0, 100)));
        plan.live().advance(0, 10);
        plan.lose(0, 10);
        assertThat(plan.question(NOW).asksFor("id", 0)).isTrue();
        assertThat(plan.state()).isInstanceOf(CatchingUp.class);

        plan.apply(answer("id", 1, Map.of(0, bounds(40, 100))));

        assertThat(plan.live().positions()).isEqualTo(Map.of(0, 40L));
        assertThat(order(plan, 0, 40)).isEqualTo(40);
    }

    @Test
    void lost_logCutOffAtAKnownPlace_goesOnThere_ordersAboveAllBefore() {
        TopicPlan plan = started(LATEST, Map.of(0, bounds(0, 100), 1, bounds(0, 900)));
        plan.live().advance(0, 150);
        plan.lose(0, 150, 120);

        plan.apply(answer("id", 2, Map.of(0, bounds(0, 130))));

        assertThat(plan.live().positions()).isEqualTo(Map.of(0, 120L, 1, 900L));
        assertThat(order(plan, 0, 120)).isGreaterThanOrEqualTo(150);
        assertThat(order(plan, 1, 900)).isGreaterThanOrEqualTo(900);
    }

    @Test
    void lost_logShorterThanThePosition_beginsByTheRule_ordersAboveAllBefore() {
        TopicPlan plan = started(RECENT, Map.of(0, bounds(0, 100, 90)));
        plan.live().advance(0, 150);
        plan.lose(0, 150);

        plan.apply(answer("id", 1, Map.of(0, bounds(0, 60, 55))));

        assertThat(plan.live().positions()).isEqualTo(Map.of(0, 55L));
        assertThat(order(plan, 0, 55)).isGreaterThanOrEqualTo(150);
    }
}
