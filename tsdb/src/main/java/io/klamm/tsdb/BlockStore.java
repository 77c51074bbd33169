package io.klamm.tsdb;

import io.klamm.storage.Matcher;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.block.Block;
import io.klamm.tsdb.block.BlockDirectory;
import io.klamm.tsdb.block.BlockId;
import io.klamm.tsdb.block.BlockMeta;
import io.klamm.tsdb.block.BlockSettings;
import io.klamm.tsdb.block.BlockWriter;
import io.klamm.tsdb.block.CompactionPlanner;
import io.klamm.tsdb.block.Compactor;
import io.klamm.tsdb.block.Damage;
import io.klamm.tsdb.block.Retention;
import io.klamm.tsdb.block.SeriesSink;
import io.klamm.tsdb.files.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The blocks of the store: made from the head, merged, and deleted when their time has come. Safe from any thread; of each kind of change one runs at a time.
 *
 * <p>Deletions that are asked for while a block is being made are noted, and applied to it before it is read.
 */
final class BlockStore {

    private static final Logger LOG = LoggerFactory.getLogger(BlockStore.class);
    /** No block spans more than this part of the time that samples are kept. */
    private static final int SPANS_OF_RETENTION = 10;

    private final Disk disk;
    private final Path path;
    private final Clock clock;
    private final Retention retention;
    private final BlockDirectory directory;
    private final CompactionPlanner planner;
    private final SplittableRandom random = new SplittableRandom();

    private final Object deletions = new Object();
    private final List<Notes> noted = new ArrayList<>();
    private final Object merging = new Object();

    private final Damage lost = new Damage();

    final AtomicLong cut = new AtomicLong();
    final AtomicLong merged = new AtomicLong();
    final AtomicLong expired = new AtomicLong();

    /** What is to be deleted of whatever block is being made. */
    private record Deletion(List<Matcher> matchers, long from, long to) {}

    /** The deletions since the making of a block began. */
    private static final class Notes {
        final List<Deletion> deletions = new ArrayList<>();
    }

    /** What fills a block. */
    interface Source {
        /** Gives all samples to the sink. */
        void feed(SeriesSink sink) throws IOException;
    }

    private BlockStore(Disk disk, Path path, Clock clock, Retention retention, BlockDirectory directory) {
        this.disk = disk;
        this.path = path;
        this.clock = clock;
        this.retention = retention;
        this.directory = directory;
        this.planner = planner(retention);
        for (BlockDirectory.Damaged damaged : directory.damaged()) {
            LOG.error("{}: {}", damaged.directory(), damaged.reason());
        }
    }

    /**
     * Opens the blocks; those that are damaged are set aside and told.
     *
     * @throws IOException if the directory cannot be read
     */
    static BlockStore open(Disk disk, Path path, Clock clock, Retention retention) throws IOException {
        return new BlockStore(disk, path, clock, retention, BlockDirectory.open(disk, path));
    }

    private static CompactionPlanner planner(Retention retention) {
        CompactionPlanner usual = CompactionPlanner.DEFAULT;
        long longest = retention.millis() == 0 ? Long.MAX_VALUE : retention.millis() / SPANS_OF_RETENTION;
        long first = usual.spans().get(0);
        List<Long> spans = usual.spans().stream()
                .filter(span -> span == first || span <= longest)
                .toList();
        return new CompactionPlanner(spans, usual.deletedShare());
    }

    List<Block> blocks() {
        return directory.blocks();
    }

    List<BlockDirectory.Damaged> damaged() {
        return directory.damaged();
    }

    long bytes() {
        return directory.metas().stream().mapToLong(BlockMeta::bytes).sum();
    }

    private synchronized BlockId newId() {
        return BlockId.of(clock.millis(), random);
    }

    /** Makes a block of a source's samples, and lets it be read; nothing if there are none. */
    Optional<BlockMeta> make(Source source) throws IOException {
        Notes since = note();
        try {
            Optional<BlockMeta> meta = write(path, source);
            if (meta.isPresent()) {
                publish(meta.get(), since);
                cut.incrementAndGet();
            }
            return meta;
        } finally {
            forget(since);
        }
    }

    /** Writes a block into a directory. */
    Optional<BlockMeta> write(Path into, Source source) throws IOException {
        try (BlockWriter writer = new BlockWriter(disk, into, newId(), 1, List.of(), BlockSettings.HEAD)) {
            source.feed(writer);
            return writer.finish();
        }
    }

    /**
     * Merges the blocks that it is time for.
     *
     * @param closed nothing older comes as a block any more
     * @return whether there were any
     */
    boolean merge(long closed, BooleanSupplier stop) throws IOException {
        synchronized (merging) {
            List<Block> blocks = directory.blocks();
            List<BlockMeta> next =
                    planner.next(blocks.stream().map(Block::meta).toList(), closed, meta -> find(blocks, meta)
                            .deletions());
            if (!next.isEmpty()) {
                merge(next.stream().map(meta -> find(blocks, meta)).toList(), stop);
            }
            return !next.isEmpty();
        }
    }

    private void merge(List<Block> blocks, BooleanSupplier stop) throws IOException {
        Notes since = note();
        try {
            Compactor.Result result = new Compactor(disk, path, BlockSettings.MERGED).merge(blocks, newId(), stop);
            result.warnings().forEach(this::lost);
            if (result.block().isPresent()) {
                publish(result.block().get(), since);
            } else {
                directory.delete(blocks.stream().map(block -> block.meta().id()).toList());
            }
            merged.incrementAndGet();
        } finally {
            forget(since);
        }
    }

    private void lost(String what) {
        String told = what + " (its samples were left out when the block was merged)";
        LOG.error("{}", told);
        lost.note(told);
    }

    /** How often something in a block could not be read, or was lost so in merging it. */
    long damagedReads() {
        return lost.count()
                + directory.blocks().stream()
                        .mapToLong(block -> block.damage().count())
                        .sum();
    }

    /** Of these, one, for a person; null if there are none. */
    @Nullable
    String damage() {
        String merging = lost.newest();
        return merging != null
                ? merging
                : directory.blocks().stream()
                        .map(block -> block.damage().newest())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private static Block find(List<Block> blocks, BlockMeta meta) {
        return blocks.stream()
                .filter(block -> block.meta().id().equals(meta.id()))
                .findFirst()
                .orElseThrow(() -> new StorageException("block " + meta.id() + ": is gone"));
    }

    private Notes note() {
        synchronized (deletions) {
            Notes since = new Notes();
            noted.add(since);
            return since;
        }
    }

    private void forget(Notes since) {
        synchronized (deletions) {
            noted.remove(since);
        }
    }

    /** Lets a block be read; if what was deleted meanwhile cannot be deleted in it, it is taken back. */
    private void publish(BlockMeta meta, Notes since) throws IOException {
        synchronized (deletions) {
            if (!since.deletions.isEmpty()) {
                deleteIn(path.resolve(meta.id().text()), since.deletions);
            }
            directory.add(meta);
        }
    }

    private void deleteIn(Path unread, List<Deletion> wanted) throws IOException {
        try {
            Block block = Block.open(disk, unread);
            for (Deletion deletion : wanted) {
                block.delete(deletion.matchers(), deletion.from(), deletion.to());
            }
        } catch (IOException | StorageException e) {
            disk.deleteTree(unread);
            throw e;
        }
    }

    /** Deletes samples of {@code from <= time <= to}; of how many series, each counted in every block that has it. */
    int delete(List<Matcher> matchers, long from, long to) throws IOException {
        synchronized (deletions) {
            noted.forEach(since -> since.deletions.add(new Deletion(matchers, from, to)));
            int series = 0;
            for (Block block : directory.blocks()) {
                series += block.delete(matchers, from, to);
            }
            return series;
        }
    }

    /** Writes again every block that has deletions, without what is deleted; how many those were. */
    int clean(BooleanSupplier stop) throws IOException {
        synchronized (merging) {
            int cleaned = 0;
            for (Block block : directory.blocks()) {
                if (block.deletions() > 0) {
                    merge(List.of(block), stop);
                    cleaned++;
                }
            }
            return cleaned;
        }
    }

    /** Deletes what is kept long enough; how many blocks that were. */
    int expire(long otherBytes) throws IOException {
        List<BlockMeta> gone = retention.expired(directory.metas(), clock.millis(), otherBytes);
        if (!gone.isEmpty()) {
            directory.delete(gone.stream().map(BlockMeta::id).toList());
            expired.addAndGet(gone.size());
        }
        return gone.size();
    }

    void snapshot(Path target) throws IOException {
        directory.snapshot(target);
    }
}
