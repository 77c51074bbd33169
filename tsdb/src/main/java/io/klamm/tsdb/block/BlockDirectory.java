package io.klamm.tsdb.block;

import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The blocks of a store, each a directory. Opening cleans up what a crash left: unfinished blocks, half deleted ones, and those whose samples are in a newer one. A damaged block is set aside by its name and costs the others nothing.
 *
 * <p>Readers take {@link #blocks()}, which never changes under them. Changes may come from any thread, one at a time.
 */
public final class BlockDirectory {

    private final Disk disk;
    private final Path directory;
    private final List<Damaged> damaged = new ArrayList<>();
    private volatile List<Block> blocks = List.of();

    private BlockDirectory(Disk disk, Path directory) {
        this.disk = disk;
        this.directory = directory;
    }

    /**
     * A block that cannot be read.
     *
     * @param directory where it lies, out of the others' way if the disk allowed it
     * @param reason what is wrong with it
     */
    public record Damaged(Path directory, String reason) {}

    /**
     * Opens a directory, which is made if there is none.
     *
     * @throws IOException if the directory itself cannot be made or read
     */
    public static BlockDirectory open(Disk disk, Path directory) throws IOException {
        BlockDirectory opened = new BlockDirectory(disk, directory);
        if (!disk.exists(directory)) {
            disk.createDirectories(directory);
        }
        opened.load();
        return opened;
    }

    private synchronized void load() throws IOException {
        List<Block> found = new ArrayList<>();
        for (Path entry : disk.list(directory)) {
            String name = String.valueOf(entry.getFileName());
            if (name.endsWith(BlockFiles.DAMAGED)) {
                damaged.add(new Damaged(entry, "set aside earlier"));
            } else if (name.endsWith(BlockFiles.UNFINISHED) || name.endsWith(BlockFiles.DELETED)) {
                cleanUp(entry);
            } else if (BlockId.isId(name)) {
                openOrSetAside(entry, found);
            }
        }
        blocks = sorted(found);
        Set<BlockId> replaced = new HashSet<>();
        found.forEach(block -> replaced.addAll(block.meta().replaces()));
        blocks = without(replaced);
        for (Block block : found) {
            if (replaced.contains(block.meta().id())) {
                cleanUp(directory.resolve(block.meta().id().text()));
            }
        }
    }

    /** Removes what nobody reads any more. If the disk does not let us, the next opening tries again. */
    private void cleanUp(Path entry) {
        try {
            remove(entry);
        } catch (IOException e) {
            damaged.add(new Damaged(entry, "cannot be removed: " + e));
        }
    }

    private void openOrSetAside(Path entry, List<Block> found) {
        try {
            found.add(Block.open(disk, entry));
        } catch (StorageException e) {
            damaged.add(new Damaged(setAside(entry), String.valueOf(e.getMessage())));
        } catch (IOException e) {
            damaged.add(new Damaged(entry, "the disk failed: " + e));
        }
    }

    /** Renames a block that is damaged for certain, so that it is neither opened nor deleted again; where that fails it stays as it is. */
    private Path setAside(Path entry) {
        Path aside = entry.resolveSibling(entry.getFileName() + BlockFiles.DAMAGED);
        try {
            disk.rename(entry, aside);
            disk.syncDirectory(directory);
            return aside;
        } catch (IOException e) {
            return entry;
        }
    }

    private static List<Block> sorted(Collection<Block> some) {
        return some.stream()
                .sorted(Comparator.comparing(block -> block.meta().id()))
                .toList();
    }

    private List<Block> without(Set<BlockId> gone) {
        return blocks.stream()
                .filter(block -> !gone.contains(block.meta().id()))
                .toList();
    }

    /** The blocks, from the one that was written first: where two have a sample of the same time, the later counts. */
    public List<Block> blocks() {
        return blocks;
    }

    /** What is known of the blocks. */
    public List<BlockMeta> metas() {
        return blocks.stream().map(Block::meta).toList();
    }

    /** The blocks that cannot be read. */
    public synchronized List<Damaged> damaged() {
        return List.copyOf(damaged);
    }

    /**
     * Lets a block be read that was written into the directory, and no longer those that it replaces, which are deleted.
     *
     * @throws StorageException if it is damaged; then all stays as it was
     * @throws IOException if the disk fails: either all stays as it was, or an old block is not read any more but could not be deleted
     */
    public synchronized Block add(BlockMeta meta) throws IOException {
        Block block = Block.open(disk, directory.resolve(meta.id().text()));
        List<Block> more = new ArrayList<>(without(Set.copyOf(meta.replaces())));
        more.add(block);
        blocks = sorted(more);
        for (BlockId id : meta.replaces()) {
            remove(directory.resolve(id.text()));
        }
        return block;
    }

    /**
     * Deletes blocks. Who reads them may read on.
     *
     * @throws IOException if the disk fails; what is not deleted is not read all the same, until the directory is opened again
     */
    public synchronized void delete(Collection<BlockId> ids) throws IOException {
        blocks = without(Set.copyOf(ids));
        for (BlockId id : ids) {
            remove(directory.resolve(id.text()));
        }
    }

    /** Removes a block in two steps, the first of which is synced before the second begins, so that no half of one is ever taken for a whole. */
    private void remove(Path entry) throws IOException {
        Path going = entry;
        if (!entry.toString().endsWith(BlockFiles.DELETED)) {
            going = entry.resolveSibling(entry.getFileName() + BlockFiles.DELETED);
            if (!disk.exists(entry)) {
                return;
            }
            disk.rename(entry, going);
        }
        disk.syncDirectory(directory);
        disk.deleteTree(going);
    }

    /**
     * Puts all blocks, as they are now, under another directory, as hard links: it takes no room until blocks are deleted here.
     *
     * @throws IOException if the disk fails or the directory is on another disk; what was linked stays
     */
    public synchronized void snapshot(Path target) throws IOException {
        disk.createDirectories(target);
        for (Block block : blocks) {
            String name = block.meta().id().text();
            Path unfinished = target.resolve(name + BlockFiles.UNFINISHED);
            disk.deleteTree(unfinished);
            disk.createDirectories(unfinished);
            for (Path file : disk.list(directory.resolve(name))) {
                disk.link(file, unfinished.resolve(file.getFileName()));
            }
            disk.syncDirectory(unfinished);
            disk.rename(unfinished, target.resolve(name));
        }
        disk.syncDirectory(target);
    }
}
