package io.klamm.cmd;

import io.klamm.storage.StorageException;
import io.klamm.tsdb.TsdbStorage;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code klamm tsdb snapshot}: a copy that may be kept, opened and verified. */
@Command(
        name = "snapshot",
        description = {
            "Makes a copy of a directory that no server uses; blocks are linked, so the copy must be on the same disk.",
            "With --url the server makes it below its own directory, where storage.admin-api is true."
        })
final class TsdbSnapshotCommand extends Subcommand {

    @Mixin
    private final StoreDirectory directory = new StoreDirectory();

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Option(names = "--to", paramLabel = "TARGET", description = "a new or empty directory")
    private @Nullable Path target;

    @Override
    public Integer call() {
        if (server.url != null) {
            PrometheusAnswer answer = server.api(server.url, System.getenv())
                    .prometheus("/admin/tsdb/snapshot", Map.of(), UnaryOperator.identity());
            out().println("snapshots/" + answer.data().path("name").asText()
                    + " below the server's directory of time series");
            return 0;
        }
        if (target == null) {
            throw new UserException(
                    "--to: missing (expected: a new or empty directory, or --url)", UserException.USAGE);
        }
        try (TsdbStorage store = directory.open()) {
            store.snapshot(target.toAbsolutePath().normalize());
        } catch (StorageException e) {
            throw new UserException(e.getMessage() + "; a running server makes one itself: --url");
        }
        out().println(target + ": done; klamm tsdb analyze and verify take it, and so does storage.directory");
        return 0;
    }
}
