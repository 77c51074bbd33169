package io.klamm.tsdb;

import io.klamm.storage.Storage;
import io.klamm.testing.ManualClock;
import io.klamm.testing.StorageContract;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;

class TsdbContractTest extends StorageContract {

    private static final Instant NOW = Instant.parse("2026-11-20T10:30:00Z");

    @TempDir
    private Path directory;

    @Override
    protected Storage newStorage() {
        return TsdbStorage.open(TsdbSettings.of(directory.resolve("data")), new ManualClock(NOW));
    }

    @Override
    protected long now() {
        return NOW.toEpochMilli();
    }
}
