package io.klamm.tsdb.head;

import io.klamm.tsdb.wal.ReplayReport;
import java.time.Duration;
import java.util.List;

/**
 * What was found at the start.
 *
 * @param series put back
 * @param chunks sealed ones, found in chunk files
 * @param samples put back from the log
 * @param lost samples and chunks whose series nobody knows
 * @param log what the log had
 * @param problems what was wrong, for a person
 * @param took how long it took
 */
public record HeadReport(
        int series, long chunks, long samples, long lost, ReplayReport log, List<String> problems, Duration took) {

    public HeadReport {
        problems = List.copyOf(problems);
    }
}
