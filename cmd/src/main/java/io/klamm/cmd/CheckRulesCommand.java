package io.klamm.cmd;

import io.klamm.config.Loaded;
import io.klamm.config.Problem;
import io.klamm.rules.file.AlertingRule;
import io.klamm.rules.file.Rule;
import io.klamm.rules.file.RuleFile;
import io.klamm.rules.file.RuleFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code klamm check rules}: are rule files right? Exit codes are promtool's. */
@Command(
        name = "rules",
        description = {
            "Checks rule files of Prometheus: says all that is wrong, with its place.",
            "Exit code 1 when anything is wrong; with --lint-fatal, 3 when there are only rules that are there twice."
        })
final class CheckRulesCommand extends Subcommand {

    private static final int LINT = 3;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "rule files")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private final RuleOptions options = new RuleOptions();

    @Option(names = "--lint-fatal", description = "rules that are there twice are wrong, too")
    private boolean lintFatal;

    @Override
    public Integer call() {
        int code = 0;
        for (Path file : files) {
            Loaded<RuleFile> loaded = RuleFiles.read(file, options.file());
            loaded.warnings().forEach(warning -> err().println("warning: " + text(warning)));
            loaded.problems().forEach(problem -> err().println(text(problem)));
            loaded.value().ifPresent(rules -> out().println(file + ": all right, " + counts(rules)));
            if (!loaded.problems().isEmpty()) {
                err().println(loaded.problems().size() + " problem(s) in " + file);
                code = UserException.FAILED;
            } else if (code == 0 && lintFatal && !loaded.warnings().isEmpty()) {
                code = LINT;
            }
        }
        return code;
    }

    private static String counts(RuleFile file) {
        List<Rule> rules = file.rules();
        long alerting = rules.stream().filter(AlertingRule.class::isInstance).count();
        return rules.size() + " rule(s) in " + file.groups().size() + " group(s): " + alerting + " alerting, "
                + (rules.size() - alerting) + " recording";
    }

    /** As compilers write it, so that editors find the place: {@code rules.yml:7:15: ...}. */
    private static String text(Problem problem) {
        return problem.line() == 0
                ? problem.text()
                : problem.text()
                        .replace(
                                problem.file() + ":" + problem.line() + ": ",
                                problem.file() + ":" + problem.line() + ":" + problem.column() + ": ");
    }
}
