package io.klamm.lag.judge;

import java.time.Duration;

/**
 * What is tolerated of one group on one topic.
 *
 * @param window over which it is judged
 * @param minimumCommits with fewer commits than this nothing is said of its trend; where the window holds fewer, it reaches further back
 * @param allowedLag records, up to which a lag is none
 * @param silence so long it may always go without a commit; 0 leaves it to its own rhythm
 */
public record Tolerance(Duration window, int minimumCommits, long allowedLag, Duration silence) {

    /** However few commits there are, the window never reaches further back. */
    static final Duration OLDEST = Duration.ofDays(1);

    /** Ten minutes, three commits, no lag, its own rhythm. */
    public static final Tolerance DEFAULT = new Tolerance(Duration.ofMinutes(10), 3, 0, Duration.ZERO);

    public Tolerance {
        require(!window.isNegative() && !window.isZero() && window.compareTo(OLDEST) <= 0, "window", window);
        require(minimumCommits >= 2, "minimumCommits", minimumCommits);
        require(allowedLag >= 0, "allowedLag", allowedLag);
        require(!silence.isNegative(), "silence", silence);
    }

    private static void require(boolean good, String name, Object value) {
        if (!good) {
            throw new IllegalArgumentException(
                    name + ": " + value + " (expected: a window up to 1 day, at least 2 commits, nothing negative)");
        }
    }
}
