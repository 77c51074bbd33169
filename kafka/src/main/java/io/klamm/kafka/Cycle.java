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

    /** How long the next call may take with its retries, in milliseconds. */
    int timeout() {
        return deadline.leftMillis(STEP_LIMIT);
    }
}
