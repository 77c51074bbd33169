package io.klamm.model.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of rules: evaluated one after the other, at one time.
 *
 * @param file where it is from
 * @param limit the most alerts or series that a rule may give; 0 for any number
 * @param lastEvaluation null before the first
 * @param evaluationTime how long the last evaluation took
 */
public record RuleGroupView(
        String name,
        String file,
        Duration interval,
        Duration queryOffset,
        int limit,
        @Nullable Instant lastEvaluation,
        Duration evaluationTime,
        List<RuleView> rules) {

    public RuleGroupView {
        rules = List.copyOf(rules);
    }
}
