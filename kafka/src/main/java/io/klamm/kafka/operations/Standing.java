package io.klamm.kafka.operations;

import java.util.OptionalLong;

/**
 * Where a group stands on one partition, and from where to where that reaches.
 *
 * @param committed its commit, empty where there is none
 * @param first first offset that can be read
 * @param end the next offset to be written
 * @param since the first offset of the time that was asked for; empty where no record is that young, or no time was asked for
 */
record Standing(OptionalLong committed, long first, long end, OptionalLong since) {

    /** The offset of a position, inside the log. */
    long offsetOf(Position position) {
        return Math.max(first, Math.min(end, wanted(position)));
    }

    private long wanted(Position position) {
        if (position instanceof Position.At at) {
            return at.offset();
        }
        if (position instanceof Position.Step step) {
            return committed.orElse(first) + step.records();
        }
        if (position instanceof Position.Since) {
            return since.orElse(end);
        }
        return position instanceof Position.Latest ? end : first;
    }
}
