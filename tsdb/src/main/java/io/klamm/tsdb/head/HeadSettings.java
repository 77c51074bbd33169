package io.klamm.tsdb.head;

import io.klamm.tsdb.wal.WalSettings;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How the head works.
 *
 * @param directory of its chunk files
 * @param log how its log is kept
 * @param blockRange how long a span a block is cut from
 * @param lateWindow how much older than the newest of its series a sample may be; zero for not at all
 * @param aheadLimit how far in the future a sample may be
 * @param sealRows a column of times that has so many rows is sealed
 * @param sealAge a column whose first row is so old is sealed
 * @param unsavedBytes at most so many bytes of sealed chunks are kept in memory while the disk takes none
 */
public record HeadSettings(
        Path directory,
        WalSettings log,
        Duration blockRange,
        Duration lateWindow,
        Duration aheadLimit,
        int sealRows,
        Duration sealAge,
        long unsavedBytes,
        Limits limits) {

    /** The least time that a sample may be older than the newest of all and still be taken, whatever the late window. */
    long acceptMillis() {
        return Math.max(blockRange.toMillis() / 2, lateWindow.toMillis());
    }
}
