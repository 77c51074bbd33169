package io.klamm.tsdb.wal;

import java.util.List;

/**
 * What was found in files of records.
 *
 * @param files read
 * @param bytes of these files
 * @param records that were right
 * @param samples in them
 * @param damagedBytes passed over because they are no records although records follow, or because their content makes no sense
 * @param tornBytes at the ends of files, where a write did not finish
 * @param problems what was wrong, for a person; at most {@value #MOST_PROBLEMS}
 */
public record ReplayReport(
        int files, long bytes, long records, long samples, long damagedBytes, long tornBytes, List<String> problems) {

    /** At most so many problems are told. */
    public static final int MOST_PROBLEMS = 100;

    public ReplayReport {
        problems = List.copyOf(problems);
    }
}
