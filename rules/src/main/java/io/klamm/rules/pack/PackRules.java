package io.klamm.rules.pack;

import io.klamm.rules.file.Rule;
import io.klamm.rules.file.RuleFile;
import io.klamm.rules.file.RuleFileOptions;
import io.klamm.rules.file.RuleFiles;
import io.klamm.rules.file.RuleGroup;
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

    /** All of them, read anew. */
    public static List<RuleFile> all() {
        return KafkaPack.files().entrySet().stream()
                .map(file -> read(file.getKey(), file.getValue()))
                .toList();
    }

    private static RuleFile read(String name, String text) {
        RuleFileOptions options = name.equals(OWN_HEALTH) ? RuleFileOptions.STANDARD : RuleFileOptions.PACK;
        return RuleFiles.parse(PLACE + name, text, options).orThrow();
    }

    /** The names of the rules of these files. */
    public static Set<String> names(List<RuleFile> files) {
        Set<String> names = new TreeSet<>();
        files.forEach(file -> file.rules().forEach(rule -> names.add(rule.name())));
        return names;
    }

    /** These files without the rules of these names; groups and files that are empty then are left out. */
    public static List<RuleFile> without(List<RuleFile> files, Set<String> unwanted) {
        return files.stream()
                .map(file -> new RuleFile(file.name(), groups(file, unwanted)))
                .filter(file -> !file.groups().isEmpty())
                .toList();
    }

    private static List<RuleGroup> groups(RuleFile file, Set<String> unwanted) {
        return file.groups().stream()
                .map(group -> group.withRules(wanted(group, unwanted)))
                .filter(group -> !group.rules().isEmpty())
                .toList();
    }

    private static List<Rule> wanted(RuleGroup group, Set<String> unwanted) {
        return group.rules().stream()
                .filter(rule -> !unwanted.contains(rule.name()))
                .toList();
    }
}
