package io.klamm.tsdb;

import io.klamm.storage.StorageException;
import io.klamm.tsdb.block.Block;
import io.klamm.tsdb.block.BlockDirectory;
import io.klamm.tsdb.head.Head;
import io.klamm.tsdb.wal.ReplayReport;
import java.util.ArrayList;
import java.util.List;

/** Reads everything that a store has on disk. */
final class Verifier {

    private final Head head;
    private final BlockStore blocks;

    Verifier(Head head, BlockStore blocks) {
        this.head = head;
        this.blocks = blocks;
    }

    VerifyReport verify() {
        List<String> problems = new ArrayList<>();
        for (BlockDirectory.Damaged damaged : blocks.damaged()) {
            problems.add(damaged.directory() + ": " + damaged.reason());
        }
        List<Block> all = blocks.blocks();
        for (Block block : all) {
            try {
                block.verify()
                        .forEach(problem -> problems.add("block " + block.meta().id() + ": " + problem));
            } catch (StorageException e) {
                problems.add(e.getMessage());
            }
        }
        problems.addAll(head.verifyChunks());
        ReplayReport log = head.verifyLog();
        problems.addAll(log.problems());
        long bytes = blocks.bytes() + head.stats().chunkBytes() + log.bytes();
        return new VerifyReport(all.size(), head.stats().chunkFiles(), log.files(), bytes, problems);
    }
}
