package io.klamm.kafka;

import io.klamm.model.OffsetRange;

/** What became of the question how many records a range has. */
sealed interface RangeOutcome {

    /** Counted; {@code range} is the asked one or its beginning. */
    record Counted(OffsetRange range, long records) implements RangeOutcome {}

    /** It would take too long, or cannot be said now. */
    record Unfinished(String why) implements RangeOutcome {}

    /** Kafka says no, or nothing. */
    record Failed(RuntimeException error) implements RangeOutcome {}
}
