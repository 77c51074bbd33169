package io.klamm.tsdb.wal;

import java.nio.file.Path;

/**
 * How the log is kept.
 *
 * @param directory of the segments
 * @param segmentBytes a segment that has so many bytes is followed by a new one
 * @param sync when it is synced
 * @param backlogBytes at most so many bytes are kept in memory while the disk takes none, to be written when it does again
 * @param readerBytes at most so many bytes of segments are kept only for named readers
 */
public record WalSettings(Path directory, long segmentBytes, SyncPolicy sync, long backlogBytes, long readerBytes) {}
