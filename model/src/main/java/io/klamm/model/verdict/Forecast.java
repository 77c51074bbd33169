package io.klamm.model.verdict;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How fast a partition is written and read, and where that leads.
 *
 * @param producedPerSecond records a second, over the window
 * @param consumedPerSecond records a second, over the window
 * @param timeLag lag in seconds
 * @param secondsToCatchUp until nothing is left to read, at these rates; 0 when caught up, empty when it does not come nearer or is not known
 * @param secondsUntilLoss until retention deletes the record that is read next, at these rates; 0 when it has; empty when it will not, or is not
 *     known
 */
public record Forecast(
        OptionalDouble producedPerSecond,
        OptionalDouble consumedPerSecond,
        Optional<TimeLag> timeLag,
        OptionalDouble secondsToCatchUp,
        OptionalDouble secondsUntilLoss) {

    /** Of a partition of which nothing is known. */
    public static final Forecast NONE = new Forecast(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());
}
