package io.klamm.scrape.push;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How pushed groups are kept.
 *
 * @param directory where they outlive a restart, one file for each; nothing to keep them in memory only
 * @param interval how often they are written to the store
 * @param mostBytes of a request's body, as sent and as unpacked
 * @param mostGroups that are kept at once
 * @param mostSamples of all groups together
 */
public record PushConfig(Optional<Path> directory, Duration interval, long mostBytes, int mostGroups, int mostSamples) {

    private static final Duration USUAL_INTERVAL = Duration.ofSeconds(15);
    private static final long USUAL_BYTES = 16L << 20;
    private static final int USUAL_GROUPS = 10_000;
    private static final int USUAL_SAMPLES = 1_000_000;

    public PushConfig {
        if (interval.toMillis() < 1) {
            throw new IllegalArgumentException("push interval: " + interval + " (expected: at least a millisecond)");
        }
    }

    /** The usual limits, written every 15 seconds. */
    public static PushConfig in(Path directory) {
        return new PushConfig(Optional.of(directory), USUAL_INTERVAL, USUAL_BYTES, USUAL_GROUPS, USUAL_SAMPLES);
    }
}
