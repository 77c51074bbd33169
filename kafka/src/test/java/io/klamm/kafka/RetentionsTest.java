package io.klamm.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.Retention;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class RetentionsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
    private static final Optional<Retention> WEEK =
            Optional.of(new Retention(true, false, OptionalLong.of(604_800_000), OptionalLong.empty()));

    private final Retentions retentions = new Retentions();

    @Test
    void due_newTopic_atOnce_knownOne_afterAMinute() {
        assertThat(retentions.due(Map.of("t", "one"), NOW)).containsExactly("t");
        retentions.answered("t", "one", WEEK, NOW);

        assertThat(retentions.due(Map.of("t", "one", "u", "two"), NOW.plusSeconds(59)))
                .containsExactly("u");
        assertThat(retentions.due(Map.of("t", "one"), NOW.plusSeconds(60))).containsExactly("t");
        assertThat(retentions.of("t")).as("known until it is told anew").isEqualTo(WEEK);
    }

    @Test
    void due_clockSetBack_asksAgain() {
        retentions.answered("t", "one", WEEK, NOW);

        assertThat(retentions.due(Map.of("t", "one"), NOW.minusSeconds(3600))).containsExactly("t");
    }

    @Test
    void due_topicMadeAgain_forgetsTheOldOne() {
        retentions.answered("t", "one", WEEK, NOW);

        assertThat(retentions.due(Map.of("t", "two"), NOW)).containsExactly("t");
        assertThat(retentions.of("t")).isEmpty();
    }

    @Test
    void refused_isToldInEveryCycleAndNotAskedAgainAtOnce() {
        TopicAuthorizationException denied = new TopicAuthorizationException("no");
        retentions.answered("t", "one", WEEK, NOW.minusSeconds(60));
        retentions.refused("t", "one", denied, NOW);

        assertThat(retentions.due(Map.of("t", "one"), NOW.plusSeconds(30))).isEmpty();
        assertThat(retentions.error("t")).isSameAs(denied);
        assertThat(retentions.of("t")).isEmpty();
    }

    @Test
    void unanswered_keepsWhatWasKnownAndAsksAgain() {
        TimeoutException late = new TimeoutException("late");
        retentions.answered("t", "one", WEEK, NOW);
        retentions.unanswered("t", "one", late);

        assertThat(retentions.of("t")).isEqualTo(WEEK);
        assertThat(retentions.error("t")).isSameAs(late);
        assertThat(retentions.due(Map.of("t", "one"), NOW)).containsExactly("t");
        retentions.answered("t", "one", WEEK, NOW);
        assertThat(retentions.error("t")).isNull();
    }
}
