package io.klamm.rules.group;

import io.klamm.model.series.Labels;
import io.klamm.rules.alert.ForState;
import java.time.Duration;

/**
 * How rules are evaluated that say nothing themselves.
 *
 * @param interval between two evaluations of a group
 * @param queryOffset how far in the past rules look
 * @param resend after how long what fires is told again
 * @param forState how pending alerts go on after a restart
 * @param externalLabels for templates
 * @param externalUrl of this server, as people reach it; links begin with it; may be empty
 */
public record RuleSettings(
        Duration interval,
        Duration queryOffset,
        Duration resend,
        ForState forState,
        Labels externalLabels,
        String externalUrl) {

    /** Prometheus's. */
    public static final RuleSettings STANDARD = new RuleSettings(
            Duration.ofMinutes(1), Duration.ZERO, Duration.ofMinutes(1), ForState.STANDARD, Labels.EMPTY, "");

    public RuleSettings {
        if (interval.toMillis() <= 0) {
            throw new IllegalArgumentException("interval: " + interval + " (expected: more than 0)");
        }
    }

    public RuleSettings withInterval(Duration newInterval) {
        return new RuleSettings(newInterval, queryOffset, resend, forState, externalLabels, externalUrl);
    }

    public RuleSettings withExternalLabels(Labels labels) {
        return new RuleSettings(interval, queryOffset, resend, forState, labels, externalUrl);
    }

    public RuleSettings withExternalUrl(String url) {
        return new RuleSettings(interval, queryOffset, resend, forState, externalLabels, url);
    }
}
