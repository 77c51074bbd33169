package io.klamm.tsdb;

import io.klamm.config.ByteSize;
import io.klamm.config.Range;
import io.klamm.config.Section;
import io.klamm.tsdb.block.Retention;
import io.klamm.tsdb.head.HeadSettings;
import io.klamm.tsdb.head.Limits;
import io.klamm.tsdb.wal.SyncPolicy;
import io.klamm.tsdb.wal.WalSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How the embedded store works.
 *
 * @param directory of all its files
 * @param retention how long samples are kept, and how many bytes
 * @param lateWindow how much older than the newest of its series a sample may be; zero for not at all
 * @param aheadLimit how far in the future a sample may be
 * @param sync when the log is synced
 * @param log how the log is cut and bounded
 * @param limits what is refused
 */
public record TsdbSettings(
        Path directory,
        Retention retention,
        Duration lateWindow,
        Duration aheadLimit,
        SyncPolicy sync,
        LogBounds log,
        Limits limits) {

    /** How long a span a block is cut from. */
    public static final Duration BLOCK_RANGE = Duration.ofHours(2);

    private static final int SEAL_ROWS = 120;
    private static final Duration SEAL_AGE = Duration.ofMinutes(30);
    private static final Duration MOST_LATE = Duration.ofHours(24);
    private static final Range COUNT = Range.of(1, Integer.MAX_VALUE);

    /**
     * How the log is cut, and what is kept in memory while the disk takes nothing.
     *
     * @param segmentBytes a segment that has so many bytes is followed by a new one
     * @param backlogBytes at most so many bytes of the log wait in memory for the disk
     * @param unsavedBytes at most so many bytes of sealed chunks wait in memory for the disk
     * @param readerBytes at most so many bytes of segments are kept only for named readers, such as a remote write sender
     */
    public record LogBounds(long segmentBytes, long backlogBytes, long unsavedBytes, long readerBytes) {

        private static final long MIB = 1L << 20;

        public static final LogBounds DEFAULT = new LogBounds(128 * MIB, 64 * MIB, 256 * MIB, 8192 * MIB);
    }

    /** The defaults, for a directory: 15 days are kept. */
    public static TsdbSettings of(Path directory) {
        return new TsdbSettings(
                directory,
                new Retention(Duration.ofDays(15).toMillis(), 0),
                Duration.ofMinutes(30),
                Duration.ofMinutes(10),
                SyncPolicy.INTERVAL,
                LogBounds.DEFAULT,
                Limits.DEFAULT);
    }

    /**
     * Reads a section; problems are noted in it.
     *
     * @param directory where the files are if the section does not say
     */
    public static TsdbSettings bind(Section section, Path directory) {
        TsdbSettings defaults = of(directory);
        return new TsdbSettings(
                section.optionalString("directory").map(Path::of).orElse(directory),
                bindRetention(section.section("retention"), defaults.retention()),
                section.duration("late-window", defaults.lateWindow(), Duration.ZERO, MOST_LATE),
                section.duration("ahead-limit", defaults.aheadLimit(), Duration.ZERO, MOST_LATE),
                section.choice("sync", List.of(SyncPolicy.values()), defaults.sync()),
                bindLog(section.section("log")),
                bindLimits(section.section("limits")));
    }

    private static Retention bindRetention(Section section, Retention defaults) {
        Duration time = section.duration("time", Duration.ofMillis(defaults.millis()));
        ByteSize size = section.byteSize("size", ByteSize.ofBytes(defaults.bytes()));
        return new Retention(time.toMillis(), size.bytes());
    }

    private static LogBounds bindLog(Section section) {
        LogBounds defaults = LogBounds.DEFAULT;
        ByteSize least = ByteSize.ofMebibytes(1);
        ByteSize most = ByteSize.ofMebibytes(1024);
        return new LogBounds(
                section.byteSize("segment", ByteSize.ofBytes(defaults.segmentBytes()), least, most)
                        .bytes(),
                section.byteSize("backlog", ByteSize.ofBytes(defaults.backlogBytes()), least, most)
                        .bytes(),
                section.byteSize("unsaved", ByteSize.ofBytes(defaults.unsavedBytes()))
                        .bytes(),
                section.byteSize("for-readers", ByteSize.ofBytes(defaults.readerBytes()))
                        .bytes());
    }

    private static Limits bindLimits(Section section) {
        Limits defaults = Limits.DEFAULT;
        return new Limits(
                section.integer("series", defaults.series(), COUNT),
                section.integer("series-per-writer", defaults.seriesPerWriter(), COUNT),
                section.integer("samples-per-batch", defaults.samplesPerBatch(), COUNT),
                section.integer("labels", defaults.labels(), COUNT),
                section.integer("label-name-bytes", defaults.labelNameBytes(), COUNT),
                section.integer("label-value-bytes", defaults.labelValueBytes(), COUNT),
                section.integer("families", defaults.families(), COUNT));
    }

    /** These with another retention. */
    public TsdbSettings withRetention(Retention other) {
        return new TsdbSettings(directory, other, lateWindow, aheadLimit, sync, log, limits);
    }

    /** These with other limits. */
    public TsdbSettings withLimits(Limits other) {
        return new TsdbSettings(directory, retention, lateWindow, aheadLimit, sync, log, other);
    }

    /** These with another policy of syncing. */
    public TsdbSettings withSync(SyncPolicy other) {
        return new TsdbSettings(directory, retention, lateWindow, aheadLimit, other, log, limits);
    }

    HeadSettings head() {
        return new HeadSettings(
                directory.resolve(DataDirectory.HEAD),
                new WalSettings(
                        directory.resolve(DataDirectory.LOG),
                        log.segmentBytes(),
                        sync,
                        log.backlogBytes(),
                        log.readerBytes()),
                BLOCK_RANGE,
                lateWindow,
                aheadLimit,
                SEAL_ROWS,
                SEAL_AGE,
                log.unsavedBytes(),
                limits);
    }
}
