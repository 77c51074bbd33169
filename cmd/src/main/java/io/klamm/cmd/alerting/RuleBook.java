package io.klamm.cmd.alerting;

import io.klamm.config.Loaded;
import io.klamm.model.rule.RuleGroupView;
import io.klamm.model.rule.RuleProblem;
import io.klamm.rules.RuleManager;
import io.klamm.rules.file.RuleFile;
import io.klamm.rules.file.RuleFileOptions;
import io.klamm.rules.file.RuleFiles;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules in force: those of the configuration, and those that people change on the page. */
final class RuleBook {

    private static final Logger log = LoggerFactory.getLogger(RuleBook.class);

    private final RuleManager manager;
    private final OwnRulesFile own;
    private List<RuleFile> configured = List.of();

    RuleBook(RuleManager manager, OwnRulesFile own) {
        this.manager = manager;
        this.own = own;
    }

    /** Puts rules of the configuration in force, beside the own ones. */
    synchronized void apply(List<RuleFile> files) {
        configured = List.copyOf(files);
        List<RuleFile> all = new ArrayList<>(configured);
        kept().ifPresent(all::add);
        manager.apply(all);
    }

    /** The own rules as they are on the disk; empty, with a word in the log, where somebody has broken them by hand. */
    private Optional<RuleFile> kept() {
        try {
            String yaml = own.read().yaml();
            if (yaml.isEmpty()) {
                return Optional.empty();
            }
            Loaded<RuleFile> loaded = RuleFiles.parse(own.name(), yaml, RuleFileOptions.OWN);
            loaded.problems().forEach(problem -> log.error("own rules are not in force: {}", problem.text()));
            return loaded.value();
        } catch (UncheckedIOException e) {
            log.error("own rules are not in force: {}", e.getMessage());
            return Optional.empty();
        }
    }

    List<RuleGroupView> groups() {
        return manager.groups();
    }

    OwnRulesFile own() {
        return own;
    }

    static List<RuleProblem> check(String yaml) {
        return yaml.isBlank() ? List.of() : RuleFiles.check(yaml, RuleFileOptions.OWN);
    }

    /** As {@link io.klamm.web.alerts.RuleDesk#save}. */
    synchronized List<RuleProblem> save(String yaml, String revision) {
        List<RuleProblem> problems = check(yaml);
        if (problems.isEmpty()) {
            own.replace(yaml, revision);
            apply(configured);
        }
        return problems;
    }
}
