package io.klamm.tsdb.block;

import io.klamm.storage.ChunkSummaries;
import io.klamm.storage.ChunkSummary;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.index.IndexEntries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a whole block and compares what it says with what is in it. For one use. */
final class BlockVerifier {

    private static final int MOST_PROBLEMS = 1_000;

    private final Block block;
    private final ChunkReader reader;
    private final List<String> problems = new ArrayList<>();
    private final SampleBuffer samples = new SampleBuffer();

    BlockVerifier(Block block) {
        this.block = block;
        this.reader = new ChunkReader(block);
    }

    List<String> verify() {
        for (int column = 0; column < block.times().columns(); column++) {
            if (!block.times().whole(column)) {
                problem("times: column " + column + " or its copy is damaged");
            }
        }
        long found = 0;
        IndexEntries entries = block.indexFile().entries();
        for (int series = 0; series < block.indexFile().size() && problems.size() < MOST_PROBLEMS; series++) {
            entries.seek(series);
            List<ChunkMeta> chunks = ChunkMetaCodec.read(entries.payload(), block.times());
            found += chunks.stream().mapToLong(ChunkMeta::count).sum();
            check(entries, chunks);
        }
        if (problems.isEmpty() && found != block.meta().samples()) {
            problem("meta: " + block.meta().samples() + " samples (found: " + found + ")");
        }
        return List.copyOf(problems);
    }

    private void check(IndexEntries entries, List<ChunkMeta> chunks) {
        long last = Long.MIN_VALUE;
        for (ChunkMeta chunk : chunks) {
            samples.clear();
            try {
                reader.read(chunk, samples);
            } catch (StorageException e) {
                problem(e.getMessage() + ", of " + entries.labels());
                continue;
            }
            if (samples.time(0) <= last) {
                problem("series " + entries.labels() + ": time " + samples.time(0) + " after " + last);
            }
            last = samples.time(samples.size() - 1);
            ChunkSummary summary = chunk.summary();
            if (summary != null
                    && !ChunkSummaries.of(samples.values(), 0, samples.size()).equals(Optional.of(summary))) {
                problem("series " + entries.labels() + ": a summary is not that of its chunk");
            }
        }
    }

    private void problem(String text) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(text);
        }
    }
}
