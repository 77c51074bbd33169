package io.klamm.tsdb;

import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.Disk;
import io.klamm.tsdb.head.Head;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Makes a copy of a store: a data directory of its own. */
final class Snapshot {

    private final Disk disk;
    private final Head head;
    private final BlockStore blocks;

    Snapshot(Disk disk, Head head, BlockStore blocks) {
        this.disk = disk;
        this.head = head;
        this.blocks = blocks;
    }

    void make(Path target) {
        try {
            if (!disk.list(target).isEmpty()) {
                throw new StorageException("snapshot " + target + ": is not empty (expected: a new directory)");
            }
            disk.createDirectories(target);
            DataDirectory.complete(disk, target);
            Path into = target.resolve(DataDirectory.BLOCKS);
            // The head first: what it hands over meanwhile is there twice, which is better than not at all.
            writeHead(into);
            blocks.snapshot(into);
        } catch (IOException e) {
            throw new StorageException("snapshot " + target + ": " + e.getMessage(), e);
        }
    }

    private void writeHead(Path into) throws IOException {
        long range = TsdbSettings.BLOCK_RANGE.toMillis();
        OptionalLong next = head.oldestTime();
        while (next.isPresent()) {
            long from = Math.floorDiv(next.getAsLong(), range) * range;
            blocks.write(into, sink -> head.feed(from, from + range - 1, sink));
            next = head.timeFrom(from + range);
        }
    }
}
