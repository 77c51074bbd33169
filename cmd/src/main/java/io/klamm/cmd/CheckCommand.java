package io.klamm.cmd;

import io.klamm.cmd.burrow.BurrowSettings;
import io.klamm.cmd.burrow.SetupText;
import io.klamm.cmd.server.ServerSettings;
import io.klamm.config.Environment;
import io.klamm.config.Loaded;
import io.klamm.config.YamlFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code klamm check}: is a file right, before it is used? */
@Command(
        name = "check",
        description = "Checks a file before it is used.",
        subcommands = {CheckCommand.Config.class, CheckMetricsCommand.class, CheckRulesCommand.class})
final class CheckCommand extends CommandGroup {

    @Command(
            name = "config",
            description = "Checks a klamm.yaml, or a configuration of Burrow; says all that is wrong with it."
                    + " Exit code 2 when anything is.")
    static final class Config extends Subcommand {

        @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "klamm.yaml")
        private @Nullable Path file;

        @Option(
                names = "--burrow",
                paramLabel = "PATH",
                description =
                        "a configuration of Burrow, or a directory with one; says what of it is understood, and how")
        private @Nullable Path burrow;

        @Override
        public Integer call() {
            if (file != null && burrow == null) {
                return checked(
                        file,
                        own(file),
                        settings -> List.of(settings.clusters().size() + " cluster(s), listens on "
                                + settings.web().address()));
            }
            if (burrow != null && file == null) {
                return checked(burrow, BurrowSettings.load(burrow, Environment.ofProcess()), SetupText::lines);
            }
            throw new UserException(
                    "check config: " + (file == null ? "nothing to check" : "two files")
                            + " (expected: FILE, or --burrow PATH)",
                    UserException.USAGE);
        }

        private static Loaded<ServerSettings> own(Path file) {
            return YamlFile.read(file, Environment.ofProcess())
                    .bind(root -> ServerSettings.bind(root, new DataDirOption().path(), Optional.empty()));
        }

        private <T> int checked(Path path, Loaded<T> loaded, Function<T, List<String>> understood) {
            loaded.warnings().forEach(warning -> err().println("warning: " + warning.text()));
            if (loaded.value().isEmpty()) {
                err().println(loaded.text());
                err().println(loaded.problems().size() + " problem(s) in " + path);
                return UserException.USAGE;
            }
            List<String> lines = understood.apply(loaded.orThrow());
            out().println(path + ": all right, " + lines.get(0));
            lines.stream().skip(1).forEach(out()::println);
            return 0;
        }
    }
}
