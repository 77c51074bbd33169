package io.klamm.rules.file;

import java.util.List;

/**
 * A rule file that is in order.
 *
 * @param name where it is from, such as its path
 */
public record RuleFile(String name, List<RuleGroup> groups) {

    public RuleFile {
        groups = List.copyOf(groups);
    }

    /** All rules of all groups, in the order of the file. */
    public List<Rule> rules() {
        return groups.stream().flatMap(group -> group.rules().stream()).toList();
    }
}
