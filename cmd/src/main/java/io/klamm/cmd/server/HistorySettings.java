package io.klamm.cmd.server;

import io.klamm.config.ByteSize;
import io.klamm.config.Section;
import io.klamm.lag.journal.JournalConfig;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How much of the past is kept of each cluster: the section {@code lag.history}.
 *
 * @param dataDir below which it is kept
 * @param keep how far back it reaches, at most
 * @param size how large it is, about
 */
public record HistorySettings(Path dataDir, Duration keep, ByteSize size) {

    private static final Duration KEEP = Duration.ofHours(24);
    private static final Duration SHORTEST = Duration.ofMinutes(20);
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final ByteSize SIZE = new ByteSize(256L << 20);

    /** What holds where nothing is said. */
    public static HistorySettings usual(Path dataDir) {
        return new HistorySettings(dataDir, KEEP, SIZE);
    }

    static HistorySettings bind(Section section, Path dataDir) {
        return new HistorySettings(
                dataDir, section.duration("keep", KEEP, SHORTEST, LONGEST), section.byteSize("size", SIZE));
    }

    JournalConfig of(String cluster) {
        return new JournalConfig(JournalConfig.directory(dataDir, cluster), keep, size.bytes());
    }
}
