package io.klamm.model.alert;

import java.time.Instant;
import java.util.List;

/**
 * A span of time in which nobody is told of the alerts that match.
 *
 * @param id given by who keeps it; empty for one that is yet to be made
 * @param matchers all of them must match
 * @param updatedAt when it was last changed
 * @param createdBy who made it
 * @param comment why
 */
public record Silence(
        String id,
        List<AlertMatcher> matchers,
        Instant startsAt,
        Instant endsAt,
        Instant updatedAt,
        String createdBy,
        String comment) {

    /** Where a silence is in its life. */
    public enum State {
        PENDING,
        ACTIVE,
        EXPIRED
    }

    public Silence {
        matchers = List.copyOf(matchers);
    }

    /** Its state at this time. */
    public State stateAt(Instant time) {
        if (!endsAt.isAfter(time)) {
            return State.EXPIRED;
        }
        return startsAt.isAfter(time) ? State.PENDING : State.ACTIVE;
    }
}
