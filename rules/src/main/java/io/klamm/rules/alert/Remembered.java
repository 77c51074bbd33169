package io.klamm.rules.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it was when the program ended.
 *
 * @param activeAt since when the expression gave it
 * @param firedAt since when it fired, null where it was pending
 * @param lastSeen when it was last written
 */
public record Remembered(
        Candidate alert, Instant activeAt, @Nullable Instant firedAt, Instant lastSeen) {}
