package io.klamm.model.verdict;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Why a verdict is what it is: the rule that fired and what it saw.
 *
 * @param rule the first rule that held
 * @param facts numbers that the rule looked at, by name; times and durations in milliseconds
 * @param commits the window of commits, oldest first; empty for a verdict OK of a list
 * @param ends the end offsets of the same time, oldest first; empty for a verdict OK of a list
 */
public record Evidence(Rule rule, SortedMap<String, Long> facts, List<CommitPoint> commits, List<EndPoint> ends) {

    public Evidence {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        commits = List.copyOf(commits);
        ends = List.copyOf(ends);
    }

    public static Evidence of(Rule rule, Map<String, Long> facts) {
        return new Evidence(rule, new TreeMap<>(facts), List.of(), List.of());
    }

    /** In words, for a person. */
    public String text(Language language) {
        return rule.text(language, facts);
    }
}
