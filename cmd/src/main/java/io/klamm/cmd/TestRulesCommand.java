package io.klamm.cmd;

import io.klamm.rules.unittest.CaseResult;
import io.klamm.rules.unittest.TestReport;
import io.klamm.rules.unittest.UnitTests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code klamm test rules}: do rules do as their tests say? */
@Command(
        name = "rules",
        description = {
            "Runs unit tests of rules, as promtool has them.",
            "Says for each file how many tests passed, failed, or need what is not supported. Exit code 1 when any failed."
        })
final class TestRulesCommand extends Subcommand {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "files of tests; they name the rule files")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private final RuleOptions options = new RuleOptions();

    @Override
    public Integer call() {
        UnitTests tests = new UnitTests(options.file());
        boolean failed = false;
        for (Path file : files) {
            TestReport report = tests.run(file);
            failed |= report.failed();
            report.warnings().forEach(warning -> err().println("warning: " + file + ": " + warning));
            report.problems().forEach(err()::println);
            report.tests().forEach(test -> tell(file, test));
            out().println(file + ": " + report.summary());
        }
        return failed ? UserException.FAILED : 0;
    }

    private void tell(Path file, CaseResult test) {
        test.failures().forEach(failure -> err().println(file + ": " + test.name() + ": " + failure));
        test.unsupported().forEach(reason -> err().println(file + ": " + test.name() + ": not supported: " + reason));
    }
}
