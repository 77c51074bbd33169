package io.klamm.discovery.group;

import java.util.List;
import java.util.Optional;

/**
 * What came of looking for targets.
 *
 * @param groups what there is now; nothing if that could not be seen, and what was found before still counts
 * @param problems what could not be read, each in a line for a person
 */
public record Found(Optional<List<TargetGroup>> groups, List<String> problems) {

    public Found {
        groups = groups.map(List::copyOf);
        problems = List.copyOf(problems);
    }

    public static Found all(List<TargetGroup> groups) {
        return new Found(Optional.of(groups), List.of());
    }

    public static Found failed(String problem) {
        return new Found(Optional.empty(), List.of(problem));
    }
}
