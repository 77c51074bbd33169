package io.klamm.tsdb.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory that fails when it is told to: at the n-th change, for once or for good, with half of a write done; when it is full; and by losing power, which costs what was not synced. Paths are
 * absolute. Safe from any thread.
 */
public final class SimulatedDisk implements Disk {

    private final SimulatedDirectory root;
    private long capacity = Long.MAX_VALUE;
    private long changes;
    private long failAt = Long.MAX_VALUE;
    private boolean forGood;
    private boolean failing;

    public SimulatedDisk() {
        this(new SimulatedDirectory());
    }

    private SimulatedDisk(SimulatedDirectory root) {
        this.root = root;
    }

    /** How many changes were asked for: writes, syncs, renames and so on. */
    public synchronized long changes() {
        return changes;
    }

    /** Lets the n-th change from now on fail (1 is the next): that one alone, or for good that and all that follow. */
    public synchronized void failAt(long change, boolean all) {
        failAt = changes + change;
        forGood = all;
        failing = false;
    }

    /** Lets nothing fail any more; a full disk gets room again. */
    public synchronized void heal() {
        failAt = Long.MAX_VALUE;
        failing = false;
        capacity = Long.MAX_VALUE;
    }

    /** Lets the disk be full when all files together have so many bytes. */
    public synchronized void limit(long bytes) {
        capacity = bytes;
    }

    /** The bytes of all files. */
    public synchronized long used() {
        return root.bytes();
    }

    /** Changes bits of a byte of a file, behind everybody's back. */
    public synchronized void damage(Path file, int position, int bits) throws IOException {
        SimulatedContent content = content(file);
        content.bytes[position] ^= (byte) bits;
    }

    /** Cuts a file, behind everybody's back. */
    public synchronized void cut(Path file, int length) throws IOException {
        content(file).size = length;
    }

    /**
     * What is there after the machine lost power: of each file what was synced and perhaps some of the rest, with wrong bytes in it; of each change of a directory that was not synced perhaps this
     * side, perhaps the other.
     */
    public synchronized SimulatedDisk afterPowerLoss(Random random) {
        return new SimulatedDisk(root.afterPowerLoss(random));
    }

    /** Another disk with the same files, all synced. */
    public synchronized SimulatedDisk copy() {
        return new SimulatedDisk(root.copy());
    }

    @Override
    public synchronized DiskFile create(Path file) throws IOException {
        change();
        SimulatedDirectory parent = parent(file);
        if (parent.entries.containsKey(name(file))) {
            throw new FileAlreadyExistsException(file.toString());
        }
        SimulatedContent content = new SimulatedContent();
        parent.entries.put(name(file), content);
        return new Open(content);
    }

    @Override
    public synchronized DiskFile open(Path file) throws IOException {
        return new Open(content(file));
    }

    @Override
    public synchronized DiskFile openToRead(Path file) throws IOException {
        return new Open(content(file));
    }

    @Override
    public synchronized ByteBuffer map(Path file) throws IOException {
        return ByteBuffer.wrap(content(file).toBytes()).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public synchronized List<Path> list(Path directory) {
        if (!(find(directory) instanceof SimulatedDirectory found)) {
            return List.of();
        }
        return found.entries.keySet().stream().map(directory::resolve).toList();
    }

    @Override
    public synchronized boolean exists(Path file) {
        return find(file) != null;
    }

    @Override
    public synchronized long size(Path file) throws IOException {
        return content(file).size;
    }

    @Override
    public synchronized void createDirectories(Path directory) throws IOException {
        change();
        SimulatedDirectory at = root;
        for (Path part : directory) {
            SimulatedNode next = at.entries.computeIfAbsent(part.toString(), name -> new SimulatedDirectory());
            if (!(next instanceof SimulatedDirectory below)) {
                throw new FileAlreadyExistsException(directory.toString());
            }
            at = below;
        }
    }

    @Override
    public synchronized void rename(Path from, Path to) throws IOException {
        change();
        SimulatedNode node = parent(from).entries.get(name(from));
        if (node == null) {
            throw new NoSuchFileException(from.toString());
        }
        if (find(to) instanceof SimulatedDirectory there && !there.entries.isEmpty()) {
            throw new FileAlreadyExistsException(to.toString());
        }
        parent(from).entries.remove(name(from));
        parent(to).entries.put(name(to), node);
    }

    @Override
    public synchronized void link(Path existing, Path link) throws IOException {
        change();
        if (parent(link).entries.putIfAbsent(name(link), content(existing)) != null) {
            throw new FileAlreadyExistsException(link.toString());
        }
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        change();
        if (find(file) instanceof SimulatedDirectory directory && !directory.entries.isEmpty()) {
            throw new IOException(file + ": not empty");
        }
        if (find(file) != null) {
            parent(file).entries.remove(name(file));
        }
    }

    @Override
    public synchronized void syncDirectory(Path directory) throws IOException {
        change();
        if (!(find(directory) instanceof SimulatedDirectory found)) {
            throw new NoSuchFileException(directory.toString());
        }
        found.synced.clear();
        found.synced.putAll(found.entries);
    }

    @Override
    public synchronized long free(Path directory) {
        return capacity - root.bytes();
    }

    private void change() throws IOException {
        changes++;
        if (failing || changes == failAt) {
            failing = forGood;
            throw new IOException("Input/output error");
        }
    }

    private @Nullable SimulatedNode find(Path path) {
        SimulatedNode at = root;
        for (Path part : path) {
            at = at instanceof SimulatedDirectory directory ? directory.entries.get(part.toString()) : null;
        }
        return at;
    }

    private SimulatedDirectory parent(Path path) throws IOException {
        Path above = path.getParent();
        if (above != null && find(above) instanceof SimulatedDirectory directory) {
            return directory;
        }
        throw new NoSuchFileException(path.toString());
    }

    private SimulatedContent content(Path file) throws IOException {
        if (find(file) instanceof SimulatedContent content) {
            return content;
        }
        throw new NoSuchFileException(file.toString());
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** A file or a directory. */
    private sealed interface SimulatedNode {

        long bytes();

        SimulatedNode afterPowerLoss(Random random);

        SimulatedNode copy();
    }

    /** A directory, and what was synced of it. */
    private static final class SimulatedDirectory implements SimulatedNode {

        final Map<String, SimulatedNode> entries = new TreeMap<>();
        final Map<String, SimulatedNode> synced = new TreeMap<>();

        @Override
        public long bytes() {
            return entries.values().stream().mapToLong(SimulatedNode::bytes).sum();
        }

        @Override
        public SimulatedDirectory copy() {
            SimulatedDirectory copy = new SimulatedDirectory();
            entries.forEach((name, node) -> copy.entries.put(name, node.copy()));
            copy.synced.putAll(copy.entries);
            return copy;
        }

        @Override
        public SimulatedDirectory afterPowerLoss(Random random) {
            SimulatedDirectory left = new SimulatedDirectory();
            TreeSet<String> names = new TreeSet<>(entries.keySet());
            names.addAll(synced.keySet());
            for (String name : names) {
                SimulatedNode node = random.nextBoolean() ? entries.get(name) : synced.get(name);
                if (node != null) {
                    left.entries.put(name, node.afterPowerLoss(random));
                }
            }
            left.synced.putAll(left.entries);
            return left;
        }
    }

    /** A file's bytes, and what was synced of them. */
    private static final class SimulatedContent implements SimulatedNode {

        byte[] bytes = new byte[64];
        int size;
        byte[] synced = new byte[0];

        byte[] toBytes() {
            return Arrays.copyOf(bytes, size);
        }

        @Override
        public long bytes() {
            return size;
        }

        @Override
        public SimulatedContent copy() {
            SimulatedContent copy = new SimulatedContent();
            copy.bytes = toBytes();
            copy.size = size;
            copy.synced = copy.toBytes();
            return copy;
        }

        @Override
        public SimulatedContent afterPowerLoss(Random random) {
            SimulatedContent left = new SimulatedContent();
            int kept = size <= synced.length ? synced.length : synced.length + random.nextInt(size - synced.length + 1);
            left.bytes = Arrays.copyOf(synced, kept);
            left.size = kept;
            if (kept > synced.length) {
                System.arraycopy(bytes, synced.length, left.bytes, synced.length, kept - synced.length);
                if (random.nextBoolean()) {
                    int from = synced.length + random.nextInt(kept - synced.length);
                    Arrays.fill(left.bytes, from, kept, (byte) 0);
                }
            }
            left.synced = left.toBytes();
            return left;
        }
    }

    private final class Open implements DiskFile {

        private final SimulatedContent content;

        Open(SimulatedContent content) {
            this.content = content;
        }

        @Override
        public void write(ByteBuffer from) throws IOException {
            synchronized (SimulatedDisk.this) {
                int wanted = from.remaining();
                try {
                    change();
                } catch (IOException e) {
                    append(from, wanted / 2);
                    throw e;
                }
                long room = Math.max(0, capacity - root.bytes());
                append(from, (int) Math.min(wanted, room));
                if (wanted > room) {
                    throw new IOException("No space left on device");
                }
            }
        }

        private void append(ByteBuffer from, int length) {
            if (content.size + length > content.bytes.length) {
                content.bytes = Arrays.copyOf(content.bytes, 2 * (content.size + length));
            }
            from.get(content.bytes, content.size, length);
            content.size += length;
        }

        @Override
        public int read(ByteBuffer into, long position) {
            synchronized (SimulatedDisk.this) {
                int length = (int) Math.max(0, Math.min(into.remaining(), content.size - position));
                into.put(content.bytes, (int) position, length);
                return length;
            }
        }

        @Override
        public void sync() throws IOException {
            synchronized (SimulatedDisk.this) {
                change();
                content.synced = content.toBytes();
            }
        }

        @Override
        public long size() {
            synchronized (SimulatedDisk.this) {
                return content.size;
            }
        }

        @Override
        public void truncate(long size) throws IOException {
            synchronized (SimulatedDisk.this) {
                change();
                content.size = (int) Math.min(content.size, size);
            }
        }

        @Override
        public void close() {}
    }

    /** Every file below a directory. */
    public synchronized List<Path> files(Path directory) {
        List<Path> found = new ArrayList<>();
        for (Path entry : list(directory)) {
            if (find(entry) instanceof SimulatedDirectory) {
                found.addAll(files(entry));
            } else {
                found.add(entry);
            }
        }
        return found;
    }
}
