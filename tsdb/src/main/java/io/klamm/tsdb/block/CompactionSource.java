package io.klamm.tsdb.block;

import io.klamm.model.series.Labels;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.index.IndexEntries;
import java.util.Set;

/** One block that is being merged: a walk over its series. For one thread. */
final class CompactionSource {

    private final Block block;
    private final int rank;
    /** For each of the block's groups its number in the new block. */
    private final int[] groups;

    private final Set<String> warnings;
    private final ChunkReader reader;
    private final IndexEntries entries;
    private final Tombstones tombstones;
    private final SampleBuffer samples = new SampleBuffer();
    private Labels labels = Labels.EMPTY;
    private int series = -1;

    CompactionSource(Block block, int rank, int[] groups, Set<String> warnings) {
        this.block = block;
        this.rank = rank;
        this.groups = groups;
        this.warnings = warnings;
        this.reader = new ChunkReader(block);
        this.entries = block.indexFile().entries();
        this.tombstones = block.tombstones();
    }

    /** Steps to the next series; false at the end. */
    boolean next() {
        if (++series >= block.indexFile().size()) {
            return false;
        }
        entries.seek(series);
        labels = entries.labels();
        return true;
    }

    Labels labels() {
        return labels;
    }

    int rank() {
        return rank;
    }

    /** Adds the samples of the series that are not deleted. A damaged chunk is left out, with a warning. */
    void addTo(SeriesMerge merge) {
        long[] deleted = tombstones.of(series);
        for (ChunkMeta chunk : ChunkMetaCodec.read(entries.payload(), block.times())) {
            samples.clear();
            try {
                reader.read(chunk, samples);
            } catch (StorageException e) {
                warnings.add(e.getMessage() + ", of " + labels);
                continue;
            }
            if (deleted.length > 0) {
                drop(deleted);
            }
            int group = block.times().group(chunk.column());
            merge.add(samples, 0, group < 0 ? SeriesSink.NO_GROUP : groups[group]);
        }
    }

    private void drop(long[] deleted) {
        int kept = 0;
        for (int i = 0; i < samples.size(); i++) {
            if (!Tombstones.touches(deleted, samples.time(i), samples.time(i))) {
                samples.times()[kept] = samples.time(i);
                samples.values()[kept++] = samples.value(i);
            }
        }
        samples.truncate(kept);
    }
}
