package io.klamm.model.verdict;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The verdicts on all groups of one cluster at one moment.
 *
 * @param at when they were reached
 * @param groups by group id
 */
public record ClusterVerdicts(Instant at, SortedMap<String, GroupVerdict> groups) {

    public ClusterVerdicts {
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    }

    public static ClusterVerdicts none(Instant at) {
        return new ClusterVerdicts(at, new TreeMap<>(Map.of()));
    }

    public Optional<GroupVerdict> of(String group) {
        return Optional.ofNullable(groups.get(group));
    }
}
