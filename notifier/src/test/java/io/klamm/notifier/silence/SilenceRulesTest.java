package io.klamm.notifier.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.model.alert.AlertMatcher;
import io.klamm.model.alert.Silence;
import io.klamm.model.series.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilenceRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(600);

    @Test
    void set_new_startsNoEarlierThanNow() {
        SilenceChange change = SilenceRules.set(wish("", "a=b", NOW.minusSeconds(60), LATER), null, "n", NOW);

        assertThat(change.id()).isEqualTo("n");
        assertThat(change.changed()).singleElement().satisfies(made -> assertThat(made.startsAt())
                .isEqualTo(NOW));
    }

    @Test
    void set_longerEndOfActive_staysTheSame() {
        Silence active = wish("1", "a=b", NOW.minusSeconds(60), LATER);

        SilenceChange change =
                SilenceRules.set(wish("1", "a=b", active.startsAt(), LATER.plusSeconds(60)), active, "n", NOW);
        assertThat(change.id()).isEqualTo("1");
        assertThat(change.changed()).singleElement().satisfies(changed -> assertThat(changed.endsAt())
                .isEqualTo(LATER.plusSeconds(60)));
    }

    @Test
    void set_otherMatchersOrStartOfActive_endsItAndMakesAnother() {
        Silence active = wish("1", "a=b", NOW.minusSeconds(60), LATER);

        for (Silence wish :
                List.of(wish("1", "a=c", active.startsAt(), LATER), wish("1", "a=b", NOW.plusSeconds(5), LATER))) {
            SilenceChange change = SilenceRules.set(wish, active, "n", NOW);
            assertThat(change.id()).isEqualTo("n");
            assertThat(change.changed()).hasSize(2);
            assertThat(change.changed().get(0).stateAt(NOW)).isEqualTo(Silence.State.EXPIRED);
            assertThat(change.changed().get(0).startsAt()).isEqualTo(active.startsAt());
        }
    }

    @Test
    void set_pending_mayMove_expiredIsMadeAnew() {
        Silence pending = wish("1", "a=b", NOW.plusSeconds(60), LATER);
        Silence expired = wish("1", "a=b", NOW.minusSeconds(60), NOW.minusSeconds(1));

        assertThat(SilenceRules.set(wish("1", "a=b", NOW.plusSeconds(90), LATER), pending, "n", NOW)
                        .id())
                .isEqualTo("1");
        SilenceChange again = SilenceRules.set(wish("1", "a=b", NOW, LATER), expired, "n", NOW);
        assertThat(again.id()).isEqualTo("n");
        assertThat(again.changed()).hasSize(1);
    }

    @Test
    void set_badWishes_areRefused() {
        assertThatThrownBy(() -> SilenceRules.set(wish("7", "a=b", NOW, LATER), null, "n", NOW))
                .hasMessageContaining("7 is not known");
        assertThatThrownBy(() -> SilenceRules.set(wish("", "a=b", LATER, NOW), null, "n", NOW))
                .hasMessageContaining("after it starts");
        assertThatThrownBy(() -> SilenceRules.set(wish("", "a=~.*", NOW, LATER), null, "n", NOW))
                .hasMessageContaining("empty text");
        assertThatThrownBy(() -> SilenceRules.set(wish("", "a=~(", NOW, LATER), null, "n", NOW))
                .hasMessageContaining("regular expression");
        assertThatThrownBy(() -> SilenceRules.set(wish("", "", NOW, LATER), null, "n", NOW))
                .hasMessageContaining("no matchers");
    }

    @Test
    void expired_pendingSilence_hasNoPast() {
        Silence expired = SilenceRules.expired(wish("1", "a=b", LATER, LATER.plusSeconds(9)), NOW);

        assertThat(expired.startsAt()).isEqualTo(NOW);
        assertThat(expired.endsAt()).isEqualTo(NOW);
        assertThat(SilenceRules.forgotten(expired, NOW.plus(Duration.ofHours(119))))
                .isFalse();
        assertThat(SilenceRules.forgotten(expired, NOW.plus(Duration.ofDays(5))))
                .isTrue();
    }

    @Test
    void quieting_activeAndMatching_isNamed() {
        Silences silences = new Silences(List.of(wish("1", "a=b", NOW, LATER), wish("2", "a=c", NOW, LATER)));

        assertThat(silences.quieting(Labels.of("a", "b"), NOW)).containsExactly("1");
        assertThat(silences.quieting(Labels.of("a", "b"), NOW.minusMillis(1))).isEmpty();
        assertThat(silences.quieting(Labels.of("a", "b"), LATER)).isEmpty();
    }

    private static Silence wish(String id, String matchers, Instant from, Instant to) {
        return new Silence(id, AlertMatcher.parseAll(matchers), from, to, from, "me", "why");
    }
}
