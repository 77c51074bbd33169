package io.klamm.tsdb.head;

import io.klamm.storage.Storage;
import io.klamm.testing.StorageContract;
import io.klamm.tsdb.files.SimulatedDisk;
import java.io.IOException;

class HeadContractTest extends StorageContract {

    @Override
    protected Storage newStorage() throws IOException {
        return new TestHead(new SimulatedDisk(), TestHead.clock());
    }

    @Override
    protected long now() {
        return TestHead.NOW.toEpochMilli();
    }
}
