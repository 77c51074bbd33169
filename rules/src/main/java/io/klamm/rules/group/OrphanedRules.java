package io.klamm.rules.group;

import io.klamm.rules.file.AlertingRule;
import io.klamm.rules.file.Rule;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Rules of groups that are replaced or gone, with their alerts and series, so that rules of new groups may go on with them. For one thread.
 *
 * <p>In a group of the same name, a rule is the same that has the same name and labels, whatever else of it changed; elsewhere its expression has to be the same too.
 */
public final class OrphanedRules {

    private record Orphan(String file, String group, RuleRunner runner) {

        boolean of(String otherFile, String otherGroup) {
            return file.equals(otherFile) && group.equals(otherGroup);
        }
    }

    private final List<Orphan> orphans = new ArrayList<>();

    /** Adds all rules of a group that is no longer evaluated. */
    public void add(GroupRunner group) {
        group.rules()
                .forEach(rule ->
                        orphans.add(new Orphan(group.file(), group.group().name(), rule)));
    }

    Optional<RuleRunner> take(String file, String group, Rule rule) {
        return takeFirst(rule, file, group, true).or(() -> takeFirst(rule, file, group, false));
    }

    private Optional<RuleRunner> takeFirst(Rule rule, String file, String group, boolean home) {
        Iterator<Orphan> all = orphans.iterator();
        while (all.hasNext()) {
            Orphan orphan = all.next();
            Rule old = orphan.runner().rule();
            boolean fits = home ? orphan.of(file, group) : old.expr().equals(rule.expr());
            if (fits && same(old, rule)) {
                all.remove();
                return Optional.of(orphan.runner());
            }
        }
        return Optional.empty();
    }

    private static boolean same(Rule a, Rule b) {
        return a instanceof AlertingRule == b instanceof AlertingRule
                && a.name().equals(b.name())
                && a.labels().equals(b.labels());
    }

    /** Takes those of a group that nobody went on with. */
    List<RuleRunner> restOf(String file, String group) {
        List<RuleRunner> rest = orphans.stream()
                .filter(orphan -> orphan.of(file, group))
                .map(Orphan::runner)
                .toList();
        orphans.removeIf(orphan -> orphan.of(file, group));
        return rest;
    }

    /** The number of rules that nobody has gone on with so far. */
    public int size() {
        return orphans.size();
    }
}
