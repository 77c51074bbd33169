package io.klamm.cmd;

import io.klamm.scrape.check.CheckReport;
import io.klamm.scrape.check.Finding;
import io.klamm.scrape.check.MetricsCheck;
import io.klamm.scrape.exposition.ExpositionFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code klamm check metrics}: is a page of metrics well formed, and as metrics should be? Exit codes are promtool's. */
@Command(
        name = "metrics",
        description = {
            "Checks pages of metrics: strictly for OpenMetrics; for the text format also for what is not wrong, but not as it should be.",
            "Exit code 0 when nothing was found, 1 when a page is not well formed, 3 when all that was found is of the latter kind."
        })
final class CheckMetricsCommand extends Subcommand {

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "a page; standard input where none is given, or for -")
    private List<String> files = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or openmetrics (default: text)")
    private ExpositionFormat format = ExpositionFormat.TEXT;

    @Override
    public Integer call() {
        int worst = 0;
        for (String file : files.isEmpty() ? List.of("-") : files) {
            int code = told(file, MetricsCheck.check(read(file), format));
            // A page that is not well formed outweighs all else.
            worst = worst == 1 || code == 1 ? 1 : Math.max(worst, code);
        }
        return worst;
    }

    private int told(String file, CheckReport report) {
        String name = file.equals("-") ? "(standard input)" : file;
        report.error().ifPresent(error -> err().println(name + ":" + error.line() + ": " + error.message()));
        for (Finding lint : report.lints()) {
            err().println(name + ":" + lint.line() + ": " + lint.family() + " " + lint.message());
        }
        if (report.exitCode() == 0) {
            out().println(name + ": all right");
        }
        return report.exitCode();
    }

    private static byte[] read(String file) {
        try {
            return file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw new UserException(file + ": cannot be read (" + e + ")");
        }
    }
}
