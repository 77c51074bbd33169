package io.klamm.tsdb.block;

import io.klamm.model.series.Labels;
import io.klamm.storage.SampleBuffer;
import io.klamm.tsdb.files.Disk;
import io.klamm.tsdb.files.DiskFile;
import io.klamm.tsdb.files.FileBuilder;
import io.klamm.tsdb.index.IndexFileWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a block: into a directory that nobody reads, which gets the block's name only when everything in it is synced. Closing an unfinished one removes what there is of it.
 *
 * <p>What is held in memory is one series' samples, and all labels.
 */
public final class BlockWriter implements SeriesSink, Closeable {

    private final Disk disk;
    private final Path parent;
    private final Path directory;
    private final BlockId id;
    private final int level;
    private final List<BlockId> replaces;
    private final TreeMap<String, Long> lengths = new TreeMap<>();
    private final TimesWriter times;
    private final IndexFileWriter index;
    private final SegmentsWriter segments;
    private final GroupColumns groups;
    private final SeriesCutter cutter;
    private final SampleBuffer samples = new SampleBuffer(1024);
    private final SeriesRuns runs = new SeriesRuns();
    private @Nullable Labels current;
    private long series;
    private boolean finished;

    /**
     * Begins a block.
     *
     * @param parent the directory of all blocks
     * @param level how often its samples were merged; 1 for a block that comes from the head
     * @param replaces the blocks whose samples are all in it
     */
    public BlockWriter(Disk disk, Path parent, BlockId id, int level, List<BlockId> replaces, BlockSettings settings)
            throws IOException {
        this.disk = disk;
        this.parent = parent;
        this.directory = parent.resolve(id + BlockFiles.UNFINISHED);
        this.id = id;
        this.level = level;
        this.replaces = List.copyOf(replaces);
        disk.deleteTree(directory);
        disk.createDirectories(directory);
        this.times = new TimesWriter(disk.create(directory.resolve(BlockFiles.TIMES)));
        this.index = new IndexFileWriter(disk.create(directory.resolve(BlockFiles.INDEX)));
        this.segments = new SegmentsWriter(disk, directory, settings.segmentBytes(), lengths);
        this.groups = new GroupColumns(times, settings.rows());
        this.cutter = new SeriesCutter(times, groups, segments, settings.rows());
    }

    @Override
    public int group(String name) throws IOException {
        return groups.begin(name);
    }

    @Override
    public void rows(long[] rowTimes, int offset, int length) throws IOException {
        groups.rows(rowTimes, offset, length);
    }

    @Override
    public void series(Labels labels) throws IOException {
        groups.end();
        endSeries();
        current = labels;
    }

    @Override
    public void samples(int group, long[] sampleTimes, double[] values, int offset, int length) {
        if (current == null) {
            throw new IllegalStateException("samples: of no series (expected: series first)");
        }
        if (length == 0) {
            return;
        }
        long previous = samples.size() == 0 ? Long.MIN_VALUE : samples.time(samples.size() - 1);
        for (int i = offset; i < offset + length; i++) {
            if (sampleTimes[i] <= previous) {
                throw new IllegalArgumentException(
                        "series " + current + ": time " + sampleTimes[i] + " after " + previous + ": does not rise");
            }
            previous = sampleTimes[i];
        }
        runs.add(groups.checked(group), length);
        int size = samples.size();
        samples.ensure(length);
        System.arraycopy(sampleTimes, offset, samples.times(), size, length);
        System.arraycopy(values, offset, samples.values(), size, length);
        samples.grow(length);
    }

    private void endSeries() throws IOException {
        Labels labels = current;
        if (labels != null && samples.size() > 0) {
            index.add(labels, cutter.cut(samples, runs));
            series++;
        }
        samples.clear();
        runs.clear();
    }

    /**
     * Ends the block. When this returns it is there to stay.
     *
     * @return what is known of it; nothing if it got no samples, and then there is no block
     */
    public Optional<BlockMeta> finish() throws IOException {
        groups.end();
        endSeries();
        current = null;
        if (series == 0) {
            close();
            return Optional.empty();
        }
        lengths.put(BlockFiles.TIMES, times.finish());
        segments.finish();
        lengths.put(BlockFiles.INDEX, index.finish());
        BlockMeta meta = new BlockMeta(
                id,
                cutter.oldest(),
                cutter.newest(),
                level,
                replaces,
                series,
                cutter.samples(),
                cutter.chunks(),
                lengths);
        writeMeta(meta);
        closeFiles();
        disk.syncDirectory(directory);
        disk.rename(directory, parent.resolve(id.text()));
        finished = true;
        disk.syncDirectory(parent);
        return Optional.of(meta);
    }

    private void writeMeta(BlockMeta meta) throws IOException {
        byte[] text = BlockMetaText.write(meta);
        try (DiskFile file = disk.create(directory.resolve(BlockFiles.META));
                FileBuilder builder = new FileBuilder(file)) {
            builder.put(text, 0, text.length);
            builder.sync();
        }
    }

    /** Closes all files, also if one of them cannot be closed. */
    private void closeFiles() throws IOException {
        try (segments) {
            try (index) {
                times.close();
            }
        }
    }

    /** Removes what there is of a block that is not finished; safe twice. */
    @Override
    public void close() throws IOException {
        if (!finished) {
            finished = true;
            closeFiles();
            disk.deleteTree(directory);
        }
    }
}
