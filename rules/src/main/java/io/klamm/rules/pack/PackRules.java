package io.klamm.rules.pack;

import io.klamm.rules.file.Rule;
import io.klamm.rules.file.RuleFile;
import io.klamm.rules.file.RuleFileOptions;
import io.klamm.rules.file.RuleFiles;
import io.klamm.rules.file.RuleGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The rules of the pack as they are evaluated: while data are missing, alerts stay as they are. */
public final class PackRules {

    /** In front of the files' names. */
    private static final String PLACE = "kafka-pack/";

    /** Its rules are about missing data. */
    private static final String OWN_HEALTH = "klamm.yml";

    private PackRules() {}

    /** The names of all of them. */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>();
        without(Set.of()).forEach(file -> file.rules().forEach(rule -> names.add(rule.name())));
        return names;
    }

    /** The files without the rules of these names; groups and files that are empty then are left out. */
    public static List<RuleFile> without(Set<String> unwanted) {
        List<RuleFile> files = new ArrayList<>();
        KafkaPack.files().forEach((name, text) -> {
            RuleFileOptions options = name.equals(OWN_HEALTH) ? RuleFileOptions.STANDARD : RuleFileOptions.PACK;
            RuleFile file = RuleFiles.parse(PLACE + name, text, options).orThrow();
            List<RuleGroup> groups = file.groups().stream()
                    .map(group -> group.withRules(wanted(group, unwanted)))
                    .filter(group -> !group.rules().isEmpty())
                    .toList();
            if (!groups.isEmpty()) {
                files.add(new RuleFile(file.name(), groups));
            }
        });
        return files;
    }

    private static List<Rule> wanted(RuleGroup group, Set<String> unwanted) {
        return group.rules().stream()
                .filter(rule -> !unwanted.contains(rule.name()))
                .toList();
    }
}
