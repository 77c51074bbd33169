package io.klamm.cmd;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where Klamm keeps what must outlive it: one directory, the practice cluster below {@code lab/}. */
final class DataDirOption {

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "where data is kept (default: KLAMM_DATA_DIR, else .klamm in your home or in the clone)")
    private @Nullable Path dataDir;

    Path path() {
        Path chosen = dataDir == null ? Path.of(System.getProperty("klamm.data", ".klamm")) : dataDir;
        return chosen.toAbsolutePath().normalize();
    }

    Path lab() {
        return path().resolve("lab");
    }
}
