package io.klamm.cmd.server;

import io.klamm.config.Format;
import io.klamm.config.Parsed;
import io.klamm.config.Range;
import io.klamm.config.Section;
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

    private static final Range INTERVALS = Range.of(1, 10_000);

    private static final Format<Double> SHARE =
            Format.explained("a number from 0 to 1, such as 0.5", BurrowWindow::share);

    /** Reads what the section {@code burrow} says of it, by Burrow's own names. */
    static BurrowWindow bind(Section section) {
        return new BurrowWindow(
                section.integer("intervals", USUAL.intervals, INTERVALS),
                section.duration("min-distance", USUAL.minDistance),
                section.duration("expire-group", USUAL.expireGroup),
                USUAL.groups,
                section.duration("expire-cache", USUAL.expireCache),
                section.value("minimum-complete", SHARE, USUAL.minimumComplete),
                section.longInteger("allowed-lag", USUAL.allowedLag, Range.atLeast(0)));
    }

    private static Parsed<Double> share(String text) {
        try {
            double share = Double.parseDouble(text);
            return share >= 0 && share <= 1 ? Parsed.good(share) : Parsed.bad("a number from 0 to 1");
        } catch (NumberFormatException e) {
            return Parsed.bad("a number from 0 to 1");
        }
    }

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
