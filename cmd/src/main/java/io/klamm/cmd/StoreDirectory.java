package io.klamm.cmd;

import io.klamm.cmd.store.StoreSettings;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.TsdbSettings;
import io.klamm.tsdb.TsdbStorage;
import io.klamm.tsdb.block.Retention;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which data directory of the embedded store a sub-command is about. */
final class StoreDirectory {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            description = "a directory of time series (default: metrics/ of the data directory)")
    private @Nullable Path directory;

    @Mixin
    private final DataDirOption dataDir = new DataDirOption();

    Path path() {
        return chosen(directory, dataDir);
    }

    /** @param directory the one that was asked for; null for that of the data directory */
    static Path chosen(@Nullable Path directory, DataDirOption dataDir) {
        Path chosen =
                directory == null ? StoreSettings.usual(dataDir.path()).local().directory() : directory;
        return chosen.toAbsolutePath().normalize();
    }

    /**
     * Opens what is there, and deletes nothing for its age.
     *
     * @throws StorageException if another process uses it, or it cannot be used
     * @throws UserException if there is none
     */
    TsdbStorage open() {
        return open(path());
    }

    /** The same of a certain directory. */
    static TsdbStorage open(Path path) {
        if (!Files.isDirectory(path)) {
            throw new UserException(path + ": not there (expected: a directory of time series, as a server makes it)");
        }
        return TsdbStorage.open(TsdbSettings.of(path).withRetention(Retention.FOREVER), Clock.systemUTC());
    }
}
