package io.klamm.notifier.outbox;

import java.time.Instant;

/**
 * A message that was given up.
 *
 * @param reason what the other side said
 */
public record Letter(Pending pending, Instant at, String reason) {

    /** That of its message. */
    public String id() {
        return pending.message().id();
    }
}
