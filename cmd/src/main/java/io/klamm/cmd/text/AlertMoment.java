package io.klamm.cmd.text;

import io.klamm.model.series.Labels;
import java.time.Instant;

/**
 * Something that happened to an alert.
 *
 * @param kind {@code firing}, {@code resolved}, {@code notified}, {@code failed}, {@code suppressed} or {@code unsuppressed}
 * @param detail what else there is to say; may be empty
 */
public record AlertMoment(Instant at, String kind, Labels labels, String detail) {}
