package io.klamm.rules.group;

import java.time.Duration;
import java.time.Instant;

/**
 * One evaluation of a group.
 *
 * @param at the time it is for
 * @param queryOffset how much earlier is looked at, and written
 * @param interval to the next
 * @param limit the most alerts or series a rule may give; 0 for any number
 */
record Moment(Instant at, Duration queryOffset, Duration interval, int limit) {

    Instant queryTime() {
        return at.minus(queryOffset);
    }
}
