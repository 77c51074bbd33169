package io.klamm.storage.fanout;

import io.klamm.storage.Storage;
import io.klamm.storage.memory.MemoryStorage;
import io.klamm.testing.StorageContract;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;

/** A store that writes to two and reads from three is a store. */
class FanoutContractTest extends StorageContract {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Override
    protected Storage newStorage() {
        MemoryStorage second = new MemoryStorage();
        return new Fanout(
                new MemoryStorage(),
                List.of(
                        new Secondary("second", second, Optional.of(second)),
                        Secondary.readOnly("empty", new MemoryStorage())),
                threads);
    }

    @Override
    protected long now() {
        return 1_750_000_000_000L;
    }
}
