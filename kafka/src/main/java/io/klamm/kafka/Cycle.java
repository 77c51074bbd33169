package io.klamm.kafka;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.admin.Admin;

/**
 * What all parts of one reading share.
 *
 * @param calls counts what is asked
 * @param gathering waits for what is answered
 * @param now when the reading began
 */
record Cycle(Admin admin, Calls calls, Gathering gathering, Deadline deadline, Instant now) {

    /** No single answer may use up the cycle: after it, the others must still have their turn. */
    private static final Duration STEP_LIMIT = Duration.ofSeconds(5);

    /**
     * No longer for what any broker can answer: the client looks after a request's own limit only when something else wakes it, so a call that went to a hanging broker
     * ends with its own limit and not with a second try elsewhere. We try again ourselves.
     */
    private static final Duration TRY_LIMIT = Duration.ofMillis(2_500);

    /** How long a call may take that any broker can answer, in milliseconds. */
    int tryTimeout() {
        return deadline.leftMillis(TRY_LIMIT);
    }

    /** How long the next call may take with its retries, in milliseconds. */
    int timeout() {
        return deadline.leftMillis(STEP_LIMIT);
    }
}
