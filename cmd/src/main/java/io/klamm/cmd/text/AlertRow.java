package io.klamm.cmd.text;

import io.klamm.model.series.Labels;
import java.time.Instant;

/**
 * An alert as it is listed.
 *
 * @param state {@code firing}, {@code suppressed} or {@code resolved}
 * @param since when it began
 * @param receivers those that are told, divided by commas
 * @param summary in words; may be empty
 */
public record AlertRow(String state, Instant since, Labels labels, String receivers, String summary) {}
