package io.klamm.rules.file;

import io.klamm.config.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Binds a rule file; for one file. */
final class FileBinder {

    private final String name;
    private final RuleFileOptions options;
    private final GroupBinder groups;
    private final Set<String> groupNames = new HashSet<>();

    FileBinder(String name, RuleFileOptions options) {
        this.name = name;
        this.options = options;
        this.groups = new GroupBinder(options);
    }

    RuleFile bind(Section section) {
        if (options.ignoreUnknown()) {
            section.keys().forEach(section::ignore);
        }
        List<RuleGroup> bound = section.sections("groups", this::group);
        return new RuleFile(name, bound);
    }

    private RuleGroup group(Section section) {
        RuleGroup group = groups.bind(section);
        if (!groupNames.add(group.name())) {
            section.problem(
                    "name", "\"" + group.name() + "\" is a group's name twice (expected: each name once in a file)");
        }
        return group;
    }
}
