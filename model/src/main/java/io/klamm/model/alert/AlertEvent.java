package io.klamm.model.alert;

import io.klamm.model.series.Labels;
import java.time.Instant;

/**
 * A moment in the life of an alert, for its history.
 *
 * @param labels the alert's
 * @param detail what there is to say beside the kind, such as the receiver and why it failed; may be empty
 */
public record AlertEvent(Instant at, Kind kind, Labels labels, String detail) {

    /** What happened. */
    public enum Kind {
        /** It began. */
        FIRING,
        /** It is over. */
        RESOLVED,
        /** A receiver accepted a message that told of it. */
        NOTIFIED,
        /** A receiver will never accept the message that tells of it. */
        FAILED,
        /** Nobody is told: a silence, another alert, or the time. */
        SUPPRESSED,
        /** It is told again. */
        UNSUPPRESSED
    }
}
