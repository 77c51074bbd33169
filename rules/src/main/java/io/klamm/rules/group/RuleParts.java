package io.klamm.rules.group;

import io.klamm.model.alert.Alert;
import io.klamm.rules.alert.AlertSink;
import io.klamm.rules.alert.AlertTexts;
import io.klamm.rules.alert.DataHealth;
import io.klamm.storage.Appenders;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What groups work with.
 *
 * @param queries where they ask
 * @param writes where they write
 * @param sink whom they tell
 * @param tally where it is counted
 * @param nanoTime a clock for intervals, as {@link System#nanoTime()}
 */
public record RuleParts(
        RuleSettings settings,
        Queries queries,
        Appenders writes,
        AlertSink sink,
        DataHealth health,
        AlertTexts texts,
        RuleTally tally,
        LongSupplier nanoTime) {

    private static final Logger LOG = LoggerFactory.getLogger(RuleParts.class);

    /** Whether alerts could be told; if not, it is counted, and they are told with the next evaluation. */
    boolean told(List<Alert> alerts) {
        try {
            sink.tell(alerts);
            tally.told(alerts.size());
            return true;
        } catch (RuntimeException e) {
            tally.sinkFailed();
            LOG.warn("{} alert(s) could not be told, they will be with the next evaluation", alerts.size(), e);
            return false;
        }
    }
}
