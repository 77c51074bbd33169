package io.klamm.lag.judge;

import io.klamm.lag.series.EndSeries;
import io.klamm.model.Retention;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of one partition's log.
 *
 * @param ends its end over time
 * @param start first offset that can be read, -1 where not known
 * @param stable last stable offset, -1 where not known
 * @param remade whether the topic was deleted and made again while it was watched
 * @param retention when its records are deleted, empty where not known
 * @param bytesPerRecord mean size of a record on disk, empty where not known
 * @param startPerSecond how fast its first offset moves; empty where it was not seen to move
 * @param readEvery milliseconds between two readings
 */
public record LogView(
        EndSeries ends,
        long start,
        long stable,
        boolean remade,
        Optional<Retention> retention,
        OptionalDouble bytesPerRecord,
        OptionalDouble startPerSecond,
        long readEvery) {

    /** Of a partition that was never read. */
    public static final LogView UNKNOWN = new LogView(
            EndSeries.NONE, -1, -1, false, Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 0);

    /** Up to where a reader of committed records can read. */
    long readableEnd() {
        return stable < 0 ? ends.newestOffset() : Math.min(stable, ends.newestOffset());
    }
}
