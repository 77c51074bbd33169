package io.klamm.benchmarks.verdicts;

import io.klamm.model.ClusterSnapshot;
import io.klamm.model.OffsetRange;
import io.klamm.model.commit.CommitSink;
import java.time.Instant;
import java.util.List;

/** An evaluator under test: it is given what a real one would see, and asked whether it would raise an alarm. */
interface Judge {

    String name();

    /** Where commits go. */
    CommitSink sink();

    /** The time from now on. */
    default void time(Instant now) {}

    /** A reading of the cluster. */
    void observe(ClusterSnapshot snapshot);

    /** Ranges that it wants to have counted. */
    default List<OffsetRange> questions() {
        return List.of();
    }

    /** How many records a range has. */
    default void answer(OffsetRange range, long records) {}

    /** What it says of the group, and whether that is an alarm. */
    Opinion opinion(String group, Instant now);

    /** What is said of a group. */
    record Opinion(boolean alarm, String verdict) {}
}
