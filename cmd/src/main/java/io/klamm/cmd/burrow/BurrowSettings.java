package io.klamm.cmd.burrow;

import io.klamm.config.Environment;
import io.klamm.config.Loaded;
import io.klamm.config.Problems;
import io.klamm.config.burrow.BurrowConfig;
import io.klamm.config.burrow.BurrowFile;
import io.klamm.kafka.NameFilter;
import java.nio.file.Path;
import java.util.Optional;

/** From a configuration of Burrow to what Klamm runs. */
public final class BurrowSettings {

    private BurrowSettings() {}

    /**
     * Reads a file, or the one that a directory has; variables of the environment win over it. Connects to nothing.
     *
     * @return what is to run, with the warnings that its owner should see; or all problems
     */
    public static Loaded<BurrowSetup> load(Path path, Environment environment) {
        Loaded<BurrowConfig> file = BurrowFile.load(path, environment, NameFilter.PATTERN);
        Remarks remarks = new Remarks(path.toString());
        Optional<BurrowSetup> setup = file.value().map(config -> new BurrowMapping(config, remarks).setup());
        Problems problems = remarks.problems();
        problems.addAll(file.problems());
        Problems warnings = remarks.warnings();
        warnings.addAll(file.warnings());
        return new Loaded<>(problems.isEmpty() ? setup : Optional.empty(), problems.sorted(), warnings.sorted());
    }
}
