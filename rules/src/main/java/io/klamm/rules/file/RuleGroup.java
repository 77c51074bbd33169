package io.klamm.rules.file;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Rules that are evaluated one after the other, at one time.
 *
 * @param interval between two evaluations; as usual where there is none
 * @param queryOffset how far in the past the rules look; as usual where there is none
 * @param limit the most alerts or series that a rule may give; 0 for any number
 */
public record RuleGroup(
        String name, Optional<Duration> interval, Optional<Duration> queryOffset, int limit, List<Rule> rules) {

    public RuleGroup {
        rules = List.copyOf(rules);
    }
    /** The same group of other rules. */
    public RuleGroup withRules(List<Rule> newRules) {
        return new RuleGroup(name, interval, queryOffset, limit, newRules);
    }
}
