package io.klamm.cmd.server;

import io.klamm.kafka.NameFilter;
import io.klamm.lag.burrow.BurrowSettings;
import java.time.Duration;

/**
 * By what settings Burrow's rules judge, as far as a configuration has them; comparable, so that a reload sees what has changed.
 *
 * @param groups which groups are kept, besides those that are not read at all
 */
record BurrowWindow(
        int intervals,
        Duration minDistance,
        Duration expireGroup,
        NameFilter groups,
        Duration expireCache,
        double minimumComplete,
        long allowedLag) {

    /** Burrow's own defaults. */
    static final BurrowWindow USUAL =
            new BurrowWindow(10, Duration.ZERO, Duration.ofDays(7), NameFilter.all(), Duration.ofSeconds(10), 0, 0);

    /** Groups that Kafka has no more are forgotten: that is what Burrow's reaper is for, and here costs nothing. */
    BurrowSettings settings() {
        return new BurrowSettings(
                intervals,
                minDistance,
                expireGroup,
                groups::accepts,
                expireCache,
                (float) minimumComplete,
                allowedLag,
                true,
                BurrowSettings.usual().limit());
    }
}
