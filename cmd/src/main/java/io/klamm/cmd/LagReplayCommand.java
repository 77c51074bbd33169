package io.klamm.cmd;

import io.klamm.cmd.server.ServerSettings;
import io.klamm.cmd.text.Table;
import io.klamm.config.Environment;
import io.klamm.config.Loaded;
import io.klamm.config.YamlFile;
import io.klamm.lag.LagSettings;
import io.klamm.lag.journal.JournalConfig;
import io.klamm.lag.journal.JournalReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code klamm lag replay}: judges recorded history again, by these settings or others. */
@Command(
        name = "replay",
        description =
                "Judges what a server has recorded again, with the settings of now or others: each change of a verdict.")
final class LagReplayCommand extends Subcommand {

    @Option(names = "--from", paramLabel = "TIME", required = true, description = Moment.FORMS)
    private String from = "";

    @Option(names = "--to", paramLabel = "TIME", description = "the same (default: now)")
    private @Nullable String to;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "a klamm.yaml, or its section lag alone (default: the usual settings)")
    private @Nullable Path settings;

    @Option(names = "--cluster", paramLabel = "NAME", description = "which cluster (default: the only one recorded)")
    private @Nullable String cluster;

    @Option(names = "--group", paramLabel = "NAME", description = "only this group")
    private @Nullable String group;

    @Mixin
    private final LanguageOption language = new LanguageOption();

    @Mixin
    private final DataDirOption dataDir = new DataDirOption();

    @Override
    public Integer call() throws IOException {
        Instant now = Instant.now();
        Replay replay = new Replay(
                settings(), Moment.parse("--from", from, now), to == null ? now : Moment.parse("--to", to, now), group);
        JournalReader journal = new JournalReader(directory());
        journal.read(replay.warmUp().toEpochMilli(), entry -> entry.tell(replay))
                .forEach(damage -> err().println("klamm: " + damage));
        if (replay.cycles() == 0) {
            throw new UserException("nothing was recorded in that time (expected: a time at which klamm server ran)");
        }
        print(table(replay.changes()));
        out().println(replay.cycles() + " reading(s) judged, "
                + replay.changes().size() + " change(s).");
        return 0;
    }

    private String table(List<Replay.Change> changes) {
        Table table = new Table()
                .text("TIME")
                .text("GROUP")
                .text("VERDICT")
                .text("WHERE")
                .text("WHY");
        changes.forEach(change -> table.row(
                change.at(),
                change.group(),
                change.verdict().name(),
                change.where(),
                change.why()
                        .map(evidence -> evidence.text(language.language(System.getenv())))
                        .orElse("-")));
        return table.render();
    }

    private LagSettings settings() {
        if (settings == null) {
            return LagSettings.DEFAULT;
        }
        Loaded<LagSettings> loaded =
                YamlFile.read(settings, Environment.ofProcess()).bind(root -> ServerSettings.lag(root, dataDir.path()));
        if (loaded.value().isEmpty()) {
            throw new UserException(loaded.text(), UserException.USAGE);
        }
        return loaded.orThrow();
    }

    private Path directory() {
        if (cluster != null) {
            return JournalConfig.directory(dataDir.path(), cluster);
        }
        Path all = dataDir.path().resolve("lag");
        if (!Files.isDirectory(all)) {
            throw new UserException("nothing is recorded in " + all + " (expected: --data-dir of a klamm server)");
        }
        try (Stream<Path> clusters = Files.list(all)) {
            List<Path> found = clusters.sorted().toList();
            if (found.size() != 1) {
                throw new UserException(
                        "--cluster: not given (expected: one of "
                                + found.stream().map(Path::getFileName).toList() + ")",
                        UserException.USAGE);
            }
            return found.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
