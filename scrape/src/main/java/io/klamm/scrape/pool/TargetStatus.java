package io.klamm.scrape.pool;

import io.klamm.scrape.series.PageResult;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a target fares.
 *
 * @param lastScrape when the last scrape began, null before the first
 * @param lastDuration how long it took, null before the first
 * @param lastError why it failed; empty if it did not
 * @param lastPage what became of its page
 * @param lastBytes of its page, unpacked
 * @param scrapes that ended
 * @param failures of those
 * @param skipped times at which the scrape before had not ended yet
 */
public record TargetStatus(
        Health health,
        @Nullable Instant lastScrape,
        @Nullable Duration lastDuration,
        String lastError,
        PageResult lastPage,
        long lastBytes,
        long scrapes,
        long failures,
        long skipped) {

    static final TargetStatus NEW = new TargetStatus(Health.UNKNOWN, null, null, "", PageResult.NONE, 0, 0, 0, 0);

    TargetStatus skip() {
        return new TargetStatus(
                health, lastScrape, lastDuration, lastError, lastPage, lastBytes, scrapes, failures, skipped + 1);
    }
}
