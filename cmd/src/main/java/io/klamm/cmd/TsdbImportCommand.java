package io.klamm.cmd;

import io.klamm.scrape.exposition.ExpositionException;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.TsdbImport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code klamm tsdb import}: samples with times, of any age, from OpenMetrics text into a directory that no server uses. */
@Command(
        name = "import",
        description = {
            "Puts OpenMetrics text with timestamps into the store, as blocks; the samples may be of any age.",
            "The server must not run meanwhile. With any mistake in a file nothing is imported."
        })
final class TsdbImportCommand extends Subcommand {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "OpenMetrics text; - for standard input")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--into",
            paramLabel = "DIR",
            description = "a directory of time series (default: metrics/ of the data directory)")
    private @Nullable Path into;

    @Mixin
    private final DataDirOption dataDir = new DataDirOption();

    @Override
    public Integer call() {
        Path directory = StoreDirectory.chosen(into, dataDir);
        ProgressLine progress = new ProgressLine(err());
        TsdbImport.Result result;
        try (TsdbImport store = TsdbImport.into(directory)) {
            ImportedText text = new ImportedText(
                    store::append,
                    samples -> progress.show(String.format(Locale.ROOT, "%,d samples read", samples), false));
            for (String file : files) {
                read(file, text);
            }
            progress.show(String.format(Locale.ROOT, "%,d samples read; writing blocks", text.samples()), true);
            result = store.finish();
        } catch (StorageException e) {
            throw new UserException(String.valueOf(e.getMessage()));
        }
        out().println(String.format(
                Locale.ROOT, "%s: %,d samples in %d block(s)", directory, result.samples(), result.blocks()));
        result.refused().forEach((outcome, count) -> err().println(String.format(
                Locale.ROOT,
                "klamm: %,d samples were not taken: %s",
                count,
                outcome.name().toLowerCase(Locale.ROOT).replace('_', ' '))));
        return result.refused().isEmpty() ? 0 : UserException.FAILED;
    }

    private static void read(String file, ImportedText text) {
        boolean standard = file.equals("-");
        try (InputStream in = standard ? System.in : Files.newInputStream(Path.of(file))) {
            text.read(in);
        } catch (ExpositionException e) {
            throw new UserException((standard ? "(standard input)" : file) + ":" + (text.linesBefore() + e.line())
                    + ": " + e.reason() + "; nothing was imported");
        } catch (IOException e) {
            throw new UserException(file + ": cannot be read (" + e + "); nothing was imported");
        }
    }
}
