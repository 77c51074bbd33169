package io.klamm.notifier.silence;

import io.klamm.model.alert.AlertMatcher;
import io.klamm.model.alert.Silence;
import io.klamm.model.alert.Silence.State;
import io.klamm.storage.Matcher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How silences are made, changed and ended, and how long they are remembered. All pure. */
public final class SilenceRules {

    /** How long a silence that is over is kept. */
    public static final Duration RETENTION = Duration.ofDays(5);

    private SilenceRules() {}

    /**
     * Makes a silence or changes one.
     *
     * @param wish with the id of the one to change, or none
     * @param known the silence of that id, null if there is none
     * @param freshId for a new one
     * @throws IllegalArgumentException saying what is wrong with the wish
     */
    public static SilenceChange set(Silence wish, @Nullable Silence known, String freshId, Instant now) {
        if (!wish.id().isEmpty() && known == null) {
            throw new IllegalArgumentException(
                    "silence: " + wish.id() + " is not known (expected: the id of one, or none)");
        }
        check(wish, now);
        if (known != null && canBecome(known, wish, now)) {
            Silence changed = with(wish, known.id(), startOf(known, wish, now), wish.endsAt(), now);
            return new SilenceChange(known.id(), List.of(changed));
        }
        Instant start = wish.startsAt().isBefore(now) ? now : wish.startsAt();
        Silence made = with(wish, freshId, start, wish.endsAt(), now);
        if (known == null || known.stateAt(now) == State.EXPIRED) {
            return new SilenceChange(freshId, List.of(made));
        }
        return new SilenceChange(freshId, List.of(expired(known, now), made));
    }

    /** Ends it: what had not begun is as if it never was. */
    public static Silence expired(Silence silence, Instant now) {
        Instant start = silence.startsAt().isAfter(now) ? now : silence.startsAt();
        return with(silence, silence.id(), start, now, now);
    }

    /** Whether nobody needs to remember it. */
    public static boolean forgotten(Silence silence, Instant now) {
        return !silence.endsAt().plus(RETENTION).isAfter(now);
    }

    /** Whether it stays the same silence: its past, and what it is about, do not change. */
    private static boolean canBecome(Silence known, Silence wish, Instant now) {
        if (!known.matchers().equals(wish.matchers())) {
            return false;
        }
        return switch (known.stateAt(now)) {
            case ACTIVE -> wish.startsAt().equals(known.startsAt());
            case PENDING -> true;
            case EXPIRED -> false;
        };
    }

    private static Instant startOf(Silence known, Silence wish, Instant now) {
        boolean past = known.stateAt(now) == State.PENDING && wish.startsAt().isBefore(now);
        return past ? now : wish.startsAt();
    }

    private static Silence with(Silence silence, String id, Instant start, Instant end, Instant now) {
        return new Silence(id, silence.matchers(), start, end, now, silence.createdBy(), silence.comment());
    }

    private static void check(Silence wish, Instant now) {
        if (wish.matchers().isEmpty()) {
            throw new IllegalArgumentException("silence: no matchers (expected: at least one)");
        }
        wish.matchers().forEach(SilenceRules::check);
        if (wish.matchers().stream().allMatch(SilenceRules::matchesNothingAtAll)) {
            throw new IllegalArgumentException(
                    "silence: its matchers match alerts without these labels (expected: one that does not match the empty text)");
        }
        if (!wish.endsAt().isAfter(wish.startsAt())) {
            throw new IllegalArgumentException("silence: ends at " + wish.endsAt() + " (expected: after it starts)");
        }
        if (!wish.endsAt().isAfter(now)) {
            throw new IllegalArgumentException("silence: ends at " + wish.endsAt() + " (expected: a time to come)");
        }
    }

    private static void check(AlertMatcher matcher) {
        if (matcher.name().isEmpty()) {
            throw new IllegalArgumentException("silence: a matcher without a name (expected: the name of a label)");
        }
        Matcher.of(matcher);
    }

    private static boolean matchesNothingAtAll(AlertMatcher matcher) {
        return Matcher.of(matcher).matchesEmpty();
    }
}
