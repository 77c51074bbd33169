package io.klamm.lag.judge;

import io.klamm.lag.judge.Ownership.Members;
import io.klamm.model.verdict.Rule;
import java.util.Optional;
import java.util.OptionalLong;

/** The rules that follow from where a commit lies, whatever came before it. */
final class PlaceRules {

    /** A topic is left by all members for a moment in many a rebalance. */
    private static final long UNOWNED_FOR = 30_000;

    private PlaceRules() {}

    static Optional<Rule> first(Sight sight) {
        return abandoned(sight).or(() -> lost(sight)).or(() -> caughtUp(sight));
    }

    private static Optional<Rule> abandoned(Sight sight) {
        Ownership ownership = sight.view().ownership();
        OptionalLong since = ownership.topicUnownedSince();
        boolean gone = ownership.members() == Members.STEADY
                && since.isPresent()
                && sight.view().now() - since.getAsLong() >= UNOWNED_FOR
                && sight.view().commits().newestTime() <= since.getAsLong() + UNOWNED_FOR;
        return gone ? Optional.of(Rule.TOPIC_UNOWNED) : Optional.empty();
    }

    private static Optional<Rule> lost(Sight sight) {
        PartitionView view = sight.view();
        if (view.log().start() > sight.position().committed()) {
            return Optional.of(Rule.DELETED_UNREAD);
        }
        if (!view.beyondEnd()) {
            return Optional.empty();
        }
        if (view.fromBefore()) {
            return Optional.of(Rule.BEYOND_END_OF_NEW_TOPIC);
        }
        return Optional.of(view.log().ends().truncated() ? Rule.BEYOND_END_AFTER_TRUNCATION : Rule.BEYOND_END);
    }

    private static Optional<Rule> caughtUp(Sight sight) {
        Position position = sight.position();
        if (position.lag() == 0) {
            return Optional.of(Rule.CAUGHT_UP);
        }
        if (position.effective() == 0) {
            boolean held = sight.view().log().readableEnd() < position.end();
            return Optional.of(held ? Rule.AT_STABLE_OFFSET : Rule.CAUGHT_UP_BUT_MARKERS);
        }
        boolean allowed = position.effective() <= sight.view().tolerance().allowedLag();
        return allowed ? Optional.of(Rule.WITHIN_ALLOWED_LAG) : Optional.empty();
    }
}
