package io.klamm.tsdb.block;

import io.klamm.model.series.Labels;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.chunk.TimeColumn;
import io.klamm.tsdb.files.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Merges blocks into one, series by series: longer chunks, nothing that was deleted, each sample once. In memory are the samples of one series, the times of one writer, and the labels. For one thread.
 */
public final class Compactor {

    private static final Comparator<CompactionSource> ORDER =
            Comparator.comparing(CompactionSource::labels).thenComparingInt(CompactionSource::rank);

    private final Disk disk;
    private final Path directory;
    private final BlockSettings settings;

    /** A compactor that writes into a directory of blocks. */
    public Compactor(Disk disk, Path directory, BlockSettings settings) {
        this.disk = disk;
        this.directory = directory;
        this.settings = settings;
    }

    /**
     * What came of merging.
     *
     * @param block the new block; nothing if all samples were deleted
     * @param warnings what of the old blocks was damaged and is lost
     */
    public record Result(Optional<BlockMeta> block, List<String> warnings) {

        public Result {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Writes a block with all samples of others. These stay: the new one says that it replaces them.
     *
     * @param blocks of any spans; where two have a sample of the same time, the later in the list wins
     * @param stop asked now and then whether to give up
     * @throws IOException if the disk fails; then nothing is left of the new block
     * @throws StorageException if the new block would become too large
     * @throws CancellationException if it was to stop
     */
    public Result merge(List<Block> blocks, BlockId id, BooleanSupplier stop) throws IOException {
        int level =
                blocks.stream().mapToInt(block -> block.meta().level()).max().orElse(0) + 1;
        List<BlockId> replaces = blocks.stream().map(block -> block.meta().id()).toList();
        Set<String> warnings = new LinkedHashSet<>();
        try (BlockWriter writer = new BlockWriter(disk, directory, id, level, replaces, settings)) {
            List<int[]> groups = writeGroups(blocks, writer, warnings);
            PriorityQueue<CompactionSource> sources = new PriorityQueue<>(ORDER);
            for (int i = 0; i < blocks.size(); i++) {
                requeue(new CompactionSource(blocks.get(i), i, groups.get(i), warnings), sources);
            }
            writeSeries(sources, writer, stop);
            return new Result(writer.finish(), List.copyOf(warnings));
        }
    }

    private static void requeue(CompactionSource source, PriorityQueue<CompactionSource> sources) {
        if (source.next()) {
            sources.add(source);
        }
    }

    private static void writeSeries(PriorityQueue<CompactionSource> sources, SeriesSink sink, BooleanSupplier stop)
            throws IOException {
        SeriesMerge merge = new SeriesMerge();
        while (!sources.isEmpty()) {
            if (stop.getAsBoolean()) {
                throw new CancellationException("merging blocks: stopped");
            }
            Labels labels = sources.element().labels();
            List<CompactionSource> having = new ArrayList<>();
            while (!sources.isEmpty() && sources.element().labels().equals(labels)) {
                having.add(sources.remove());
            }
            merge.clear();
            having.forEach(source -> source.addTo(merge));
            if (!merge.isEmpty()) {
                sink.series(labels);
                merge.write(sink);
            }
            having.forEach(source -> requeue(source, sources));
        }
    }

    /** Writes the groups of all blocks, those of one name as one; for each block which number each of its groups got. */
    private static List<int[]> writeGroups(List<Block> blocks, SeriesSink sink, Set<String> warnings)
            throws IOException {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (Block block : blocks) {
            for (Times.Group group : block.times().groups()) {
                if (!numbers.containsKey(group.name())) {
                    numbers.put(group.name(), sink.group(group.name()));
                    long[] rows = rows(blocks, group.name(), warnings);
                    sink.rows(rows, 0, rows.length);
                }
            }
        }
        List<int[]> all = new ArrayList<>();
        for (Block block : blocks) {
            all.add(block.times().groups().stream()
                    .mapToInt(group -> numbers.getOrDefault(group.name(), SeriesSink.NO_GROUP))
                    .toArray());
        }
        return all;
    }

    /** The times of all rows of a group, sorted, each once. */
    private static long[] rows(List<Block> blocks, String name, Set<String> warnings) {
        long[] rows = new long[1024];
        int size = 0;
        for (Block block : blocks) {
            for (Times.Group group : block.times().groups()) {
                for (int i = 0; group.name().equals(name) && i < group.columns(); i++) {
                    try {
                        TimeColumn column = block.column(group.firstColumn() + i);
                        rows = Arrays.copyOf(rows, Math.max(rows.length, 2 * (size + column.size())));
                        column.copy(0, column.size(), rows, size);
                        size += column.size();
                    } catch (StorageException e) {
                        warnings.add(String.valueOf(e.getMessage()));
                    }
                }
            }
        }
        return Arrays.stream(rows, 0, size).sorted().distinct().toArray();
    }
}
