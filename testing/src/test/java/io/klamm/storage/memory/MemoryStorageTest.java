package io.klamm.storage.memory;

import io.klamm.storage.Storage;
import io.klamm.testing.StorageContract;

class MemoryStorageTest extends StorageContract {

    @Override
    protected Storage newStorage() {
        return new MemoryStorage();
    }

    @Override
    protected long now() {
        return 1_750_000_000_000L;
    }
}
