package io.klamm.cmd.alerting;

import io.klamm.config.Loaded;
import io.klamm.config.Section;
import io.klamm.rules.file.RuleFile;
import io.klamm.rules.file.RuleFileOptions;
import io.klamm.rules.file.RuleFiles;
import io.klamm.rules.pack.PackRules;
import io.klamm.scrape.config.PrometheusFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * By which rules people are warned, and who is told: the section {@code alerting}.
 *
 * @param pack the rules for Kafka that Klamm brings along, without those that are not wanted
 * @param files the rules of the files that are named
 * @param notifier who is told, and how
 * @param interval between two evaluations of a group that does not say
 * @param externalUrl of this server, as people reach it; empty for where it listens
 */
public record AlertingSettings(
        List<RuleFile> pack, List<RuleFile> files, NotifierSettings notifier, Duration interval, String externalUrl) {

    private static final String FILES = "rule-files";
    private static final String WITHOUT = "without";
    private static final Duration USUAL = Duration.ofSeconds(15);

    public AlertingSettings {
        pack = List.copyOf(pack);
        files = List.copyOf(files);
    }

    /** What holds where nothing is said: the pack, and nobody is told. */
    public static AlertingSettings usual() {
        return new AlertingSettings(PackRules.all(), List.of(), NotifierSettings.NONE, USUAL, "");
    }

    /**
     * Reads the section and the files that it names; every problem is noted in it.
     *
     * @param prometheus a prometheus.yml, whose rule files are used as well
     */
    public static AlertingSettings bind(Section section, Optional<PrometheusFile> prometheus) {
        List<RuleFile> files = new ArrayList<>();
        for (String pattern : section.strings(FILES, List.of())) {
            files.addAll(read(section, FILES, pattern, RuleFileOptions.OWN));
        }
        for (String pattern : prometheus.map(PrometheusFile::ruleFiles).orElse(List.of())) {
            files.addAll(read(section, FILES, pattern, RuleFileOptions.STANDARD));
        }
        Duration usual =
                prometheus.map(file -> file.global().evaluationInterval()).orElse(USUAL);
        return new AlertingSettings(
                pack(section.section("kafka-pack")),
                files,
                NotifierSettings.bind(section),
                section.duration("interval", usual, Duration.ofSeconds(1), Duration.ofHours(1)),
                section.string("external-url", ""));
    }

    private static List<RuleFile> pack(Section section) {
        Set<String> without = new HashSet<>(section.strings(WITHOUT, List.of()));
        List<RuleFile> all = PackRules.all();
        Set<String> names = PackRules.names(all);
        without.stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> section.problem(
                        WITHOUT, name + " (expected: names of rules of the pack: " + String.join(", ", names) + ")"));
        return section.bool("enabled", true) ? PackRules.without(all, without) : List.of();
    }

    private static List<RuleFile> read(Section section, String key, String pattern, RuleFileOptions options) {
        List<RuleFile> files = new ArrayList<>();
        try {
            for (Path path : RuleFileNames.of(pattern)) {
                Loaded<RuleFile> loaded = RuleFiles.read(path, options);
                loaded.problems().forEach(problem -> section.problem(key, problem.text()));
                loaded.warnings().forEach(warning -> section.warning(key, warning.text()));
                loaded.value().ifPresent(files::add);
            }
        } catch (IOException e) {
            section.problem(key, pattern + ": cannot be listed: " + e.getMessage());
        }
        return files;
    }
}
