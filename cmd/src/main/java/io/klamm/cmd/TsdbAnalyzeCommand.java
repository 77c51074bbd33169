package io.klamm.cmd;

import io.klamm.cmd.text.AnalysisText;
import io.klamm.storage.StorageException;
import io.klamm.storage.StoreAnalysis;
import io.klamm.tsdb.TsdbStorage;
import java.time.ZoneId;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code klamm tsdb analyze}: how much there is, what it takes, and which labels it comes from. */
@Command(
        name = "analyze",
        description = {
            "Series, bytes a sample, and the labels that most of it comes from.",
            "A directory that a server uses is asked from that server."
        })
final class TsdbAnalyzeCommand extends Subcommand {

    private static final int MOST = 10_000;

    @Mixin
    private final StoreDirectory directory = new StoreDirectory();

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Option(names = "--limit", paramLabel = "N", description = "rows of each list (default: 10)")
    private int limit = 10;

    @Override
    public Integer call() {
        if (limit < 1 || limit > MOST) {
            throw new UserException("--limit: " + limit + " (expected: 1 to " + MOST + ")", UserException.USAGE);
        }
        print(AnalysisText.of(server.url == null ? ofDirectory() : ofServer(), ZoneId.systemDefault()));
        return 0;
    }

    private StoreAnalysis ofDirectory() {
        try (TsdbStorage store = directory.open()) {
            return store.analyze(limit);
        } catch (StorageException e) {
            err().println("klamm: " + e.getMessage() + "; asking the server at " + ServerOptions.DEFAULT_URL);
            return ofServer();
        }
    }

    private StoreAnalysis ofServer() {
        ServerApi api = server.api(ServerOptions.DEFAULT_URL, System.getenv());
        return ServedStore.analysis(api.get("/store?" + ServerApi.form(Map.of("limit", String.valueOf(limit))))
                .path("data"));
    }
}
