package io.klamm.lag;

import io.klamm.lag.series.EndSeries;
import io.klamm.model.Partition;
import java.util.OptionalDouble;

/** What is known of one partition's log. Guarded by the keeper's lock. */
final class KnownLog {

    private static final long MEASURE_FOR = 300_000;
    private static final long KEEP_FOR = 86_400_000;
    private static final double UNKNOWN = -1;

    EndSeries ends = EndSeries.NONE;
    long start = -1;
    long stable = -1;
    boolean endStill;
    private double bytesPerRecord = UNKNOWN;
    private double startPerSecond = UNKNOWN;
    private long anchor;
    private long anchoredAt;

    void observe(Partition partition, long time) {
        if (partition.earliestOffset() >= 0) {
            start(partition.earliestOffset(), time);
        }
        if (partition.latestOffset() >= 0) {
            endStill = !ends.isEmpty() && ends.newestOffset() == partition.latestOffset();
            ends = ends.with(partition.latestOffset(), time).from(Math.max(0, start), time - KEEP_FOR);
        }
        if (partition.stableOffset() >= 0) {
            stable = partition.stableOffset();
        }
    }

    /** Log starts move by whole segments, so their speed is measured over minutes. */
    private void start(long offset, long time) {
        if (start < 0 || offset < start) {
            anchor = offset;
            anchoredAt = time;
            startPerSecond = UNKNOWN;
        } else if (time - anchoredAt >= MEASURE_FOR) {
            startPerSecond = (offset - anchor) * 1000.0 / (time - anchoredAt);
            anchor = offset;
            anchoredAt = time;
        }
        start = offset;
    }

    void size(long bytes) {
        long records = ends.isEmpty() ? 0 : ends.newestOffset() - Math.max(0, start);
        bytesPerRecord = records > 0 ? (double) bytes / records : UNKNOWN;
    }

    OptionalDouble bytesPerRecord() {
        return bytesPerRecord > 0 ? OptionalDouble.of(bytesPerRecord) : OptionalDouble.empty();
    }

    OptionalDouble startPerSecond() {
        return startPerSecond > 0 ? OptionalDouble.of(startPerSecond) : OptionalDouble.empty();
    }
}
