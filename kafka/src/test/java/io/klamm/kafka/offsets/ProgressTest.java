package io.klamm.kafka.offsets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final Progress progress = new Progress();

    @Test
    void advance_neverGoesBackAndCountsOnlyWhatWasThereAtTheStart() {
        progress.begin(0, 10, 20);
        progress.begin(1, 5, 5);
        progress.advance(0, 15);
        progress.advance(0, 12);
        progress.advance(7, 3);

        assertThat(progress.positions()).isEqualTo(Map.of(0, 15L, 1, 5L));
        assertThat(progress.read()).isEqualTo(5);
        assertThat(progress.total()).isEqualTo(10);
        assertThat(progress.unfinished()).containsExactly(0);
        assertThat(progress.caughtUpBut(List.of())).isFalse();
        assertThat(progress.caughtUpBut(List.of(0))).isTrue();

        progress.advance(0, 99);
        assertThat(progress.read()).isEqualTo(10);
        assertThat(progress.unfinished()).isEmpty();
    }

    @Test
    void goal_ofWhatIsNotRead_isBelowAll() {
        assertThat(progress.goal(3)).isNegative();
        assertThat(progress.isEmpty()).isTrue();
    }

    @Test
    void backoff_doublesUpToItsLimitAndBeginsAnew() {
        Backoff backoff = new Backoff();

        assertThat(List.of(backoff.next(), backoff.next(), backoff.next())).containsExactly(500L, 1_000L, 2_000L);
        for (int n = 0; n < 50; n++) {
            backoff.next();
        }
        assertThat(backoff.next()).isEqualTo(Backoff.LAST_MILLIS);
        backoff.reset();
        assertThat(backoff.next()).isEqualTo(Backoff.FIRST_MILLIS);
    }
}
