package io.klamm.cmd;

import io.klamm.storage.StorageException;
import io.klamm.tsdb.TsdbStorage;
import io.klamm.tsdb.VerifyReport;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code klamm tsdb verify}: reads every file of a directory and compares checksums. */
@Command(
        name = "verify",
        description = {
            "Reads every file of a directory that no server uses, and compares checksums.",
            "Exit code 1 when anything is damaged."
        })
final class TsdbVerifyCommand extends Subcommand {

    @Mixin
    private final StoreDirectory directory = new StoreDirectory();

    @Override
    public Integer call() {
        try (TsdbStorage store = directory.open()) {
            List<String> found = store.startReport().problems();
            VerifyReport report = store.verify();
            found.forEach(problem -> err().println(problem));
            report.problems().forEach(problem -> err().println(problem));
            boolean clean = found.isEmpty() && report.isClean();
            out().println(String.format(
                    Locale.ROOT,
                    "%s: %d block(s), %d chunk file(s) and %d segment(s) of the log, %,d bytes: %s",
                    directory.path(),
                    report.blocks(),
                    report.chunkFiles(),
                    report.segments(),
                    report.bytes(),
                    clean ? "all right" : "damaged, see above"));
            return clean ? 0 : UserException.FAILED;
        } catch (StorageException e) {
            throw new UserException(e.getMessage() + "; or verify a snapshot of it: klamm tsdb snapshot");
        }
    }
}
