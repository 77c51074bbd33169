package io.klamm.cmd;

import io.klamm.promql.script.ScriptException;
import io.klamm.promql.script.ScriptReport;
import io.klamm.promql.script.ScriptRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code klamm test}: does it answer as it should? */
@Command(
        name = "test",
        description = "Runs tests that are written down in files.",
        subcommands = {TestCommand.Promql.class, TestRulesCommand.class})
final class TestCommand extends CommandGroup {

    @Command(
            name = "promql",
            description = {
                "Runs test scripts of Prometheus's own form (load, eval, expect) against Klamm's engine.",
                "Says for each file how many evaluations passed, failed, or need what is not supported yet. Exit code 1 when any failed."
            })
    static final class Promql extends Subcommand {

        @Parameters(arity = "1..*", paramLabel = "FILE", description = "scripts, usually named *.test")
        private List<Path> files = new ArrayList<>();

        @Option(names = "--unsupported", description = "also say what was not supported")
        private boolean unsupported;

        @Override
        public Integer call() {
            int passed = 0;
            int failed = 0;
            int notYet = 0;
            for (Path file : files) {
                ScriptReport report = report(file);
                passed += report.passed();
                failed += report.failures().size();
                notYet += report.unsupported().size();
                report.failures().forEach(failure -> err().println(file + ": " + failure));
                if (unsupported) {
                    report.unsupported().forEach(reason -> err().println(file + ": not supported: " + reason));
                }
                out().println(report.summary());
            }
            if (files.size() > 1) {
                out().println("all: " + passed + " passed, " + failed + " failed, " + notYet + " unsupported");
            }
            return failed == 0 ? 0 : UserException.FAILED;
        }

        private static ScriptReport report(Path file) {
            try {
                return ScriptRunner.run(String.valueOf(file.getFileName()), Files.readString(file));
            } catch (ScriptException e) {
                throw new UserException(file + ": " + e.getMessage());
            } catch (IOException e) {
                throw new UserException(file + ": cannot be read (" + e + ")");
            }
        }
    }
}
