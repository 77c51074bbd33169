package io.klamm.cmd;

import io.klamm.cmd.server.ServerSettings;
import io.klamm.config.Environment;
import io.klamm.config.Loaded;
import io.klamm.config.YamlFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code klamm check}: is a file right, before it is used? */
@Command(
        name = "check",
        description = "Checks a file before it is used.",
        subcommands = {CheckCommand.Config.class})
final class CheckCommand extends CommandGroup {

    @Command(
            name = "config",
            description = "Checks a klamm.yaml; says all that is wrong with it. Exit code 2 when anything is.")
    static final class Config extends Subcommand {

        @Parameters(index = "0", paramLabel = "FILE", description = "klamm.yaml")
        private Path file;

        @Override
        public Integer call() {
            Loaded<ServerSettings> loaded = YamlFile.read(file, Environment.ofProcess())
                    .bind(root -> ServerSettings.bind(root, new DataDirOption().path(), Optional.empty()));
            if (loaded.value().isEmpty()) {
                err().println(loaded.text());
                err().println(loaded.problems().size() + " problem(s) in " + file);
                return UserException.USAGE;
            }
            ServerSettings settings = loaded.orThrow();
            out().println(file + ": all right, " + settings.clusters().size() + " cluster(s), listens on "
                    + settings.web().address());
            return 0;
        }
    }
}
