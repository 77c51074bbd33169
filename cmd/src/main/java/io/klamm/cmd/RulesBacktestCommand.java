package io.klamm.cmd;

import io.klamm.cmd.text.BacktestText;
import io.klamm.config.Loaded;
import io.klamm.model.rule.Backtest;
import io.klamm.promql.engine.EngineSettings;
import io.klamm.rules.backtest.Backtester;
import io.klamm.rules.file.RuleFile;
import io.klamm.rules.file.RuleFileOptions;
import io.klamm.rules.file.RuleFiles;
import io.klamm.rules.group.RuleSettings;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.TsdbStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code klamm rules backtest}: how often would these rules have fired, and when? */
@Command(
        name = "backtest",
        description = {
            "Evaluates the rules of a file on stored history: how often would they have fired, and when?",
            "Reads the data directory, or asks the server that uses it.",
            "Example: klamm rules backtest rules.yml --from 7d"
        })
final class RulesBacktestCommand extends Subcommand {

    @Parameters(index = "0", paramLabel = "FILE", description = "a rule file")
    private Path file = Path.of("");

    @Option(names = "--from", required = true, paramLabel = "TIME", description = "a time, or how long ago, such as 7d")
    private String from = "";

    @Option(names = "--to", paramLabel = "TIME", description = "a time, or how long ago (default: now)")
    private @Nullable String to;

    @Option(names = "--limit", paramLabel = "N", description = "the most incidents that are listed (default: 20)")
    private int limit = 20;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "a directory of time series (default: metrics/ of the data directory)")
    private @Nullable Path store;

    @Mixin
    private final DataDirOption dataDir = new DataDirOption();

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Override
    public Integer call() throws InterruptedException {
        Instant now = Instant.now();
        Instant begin = Moment.parse("--from", from, now);
        Instant end = to == null ? now : Moment.parse("--to", to, now);
        RuleFile rules = rules();
        List<Backtest> results = server.url == null ? ofDirectory(rules, begin, end) : ofServer(begin, end);
        print(new BacktestText(begin, end, ZoneId.systemDefault()).of(results, limit));
        return 0;
    }

    private RuleFile rules() {
        Loaded<RuleFile> loaded = RuleFiles.read(file, RuleFileOptions.OWN);
        return loaded.value().orElseThrow(() -> new UserException(loaded.text(), UserException.USAGE));
    }

    private List<Backtest> ofDirectory(RuleFile rules, Instant begin, Instant end) throws InterruptedException {
        try (TsdbStorage opened = StoreDirectory.open(StoreDirectory.chosen(store, dataDir))) {
            return new Backtester(EngineSettings.standard(), opened, RuleSettings.STANDARD).run(rules, begin, end);
        } catch (StorageException e) {
            err().println("klamm: " + e.getMessage() + "; asking the server at " + ServerOptions.DEFAULT_URL);
            return ofServer(begin, end);
        } catch (IllegalArgumentException e) {
            throw new UserException(String.valueOf(e.getMessage()));
        }
    }

    private List<Backtest> ofServer(Instant begin, Instant end) {
        ServerApi api = server.api(ServerOptions.DEFAULT_URL, System.getenv());
        Map<String, String> question = Map.of("yaml", text(), "from", begin.toString(), "to", end.toString());
        return ServedBacktest.of(api.post("/rules/backtest", question));
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UserException(file + ": cannot be read (" + e + ")");
        }
    }
}
