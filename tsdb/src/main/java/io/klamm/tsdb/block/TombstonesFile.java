package io.klamm.tsdb.block;

import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.ByteReader;
import io.klamm.tsdb.files.ByteWriter;
import io.klamm.tsdb.files.Checksum;
import io.klamm.tsdb.files.Disk;
import io.klamm.tsdb.files.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A block's file of tombstones, replaced whole with every deletion: 8 bytes name and version; varint series; for each varint series (less the one before and 1), varint spans, for each span signed varint first
 * (less the last of the span before), varint last less first; 4 bytes checksum of all before it.
 */
final class TombstonesFile {

    private TombstonesFile() {}

    /** Reads the file of a block's directory; none if there is no file. */
    static Tombstones read(Disk disk, Path directory) throws IOException {
        Path file = directory.resolve(BlockFiles.TOMBSTONES);
        return disk.exists(file) ? parse(disk.map(file)) : Tombstones.NONE;
    }

    private static Tombstones parse(ByteBuffer bytes) {
        int end = bytes.limit() - Integer.BYTES;
        if (end < Long.BYTES || Checksum.of(bytes, 0, end) != bytes.getInt(end)) {
            throw new StorageException("tombstones: wrong checksum");
        }
        ByteReader in = new ByteReader(bytes).at(0, end);
        BlockFiles.checkMagic("tombstones", in.getLong(), BlockFiles.TOMBSTONES_MAGIC);
        TreeMap<Integer, long[]> all = new TreeMap<>();
        int series = -1;
        for (int left = in.getCount(Integer.MAX_VALUE); left > 0; left--) {
            series += 1 + in.getCount(Integer.MAX_VALUE);
            long[] spans = new long[2 * in.getCount(in.remaining())];
            long at = 0;
            for (int i = 0; i < spans.length; i += 2) {
                spans[i] = at + in.getSigned();
                spans[i + 1] = spans[i] + in.getVarint();
                at = spans[i + 1];
            }
            all.put(series, spans);
        }
        return Tombstones.of(all);
    }

    /** Puts a new file in the place of the old one. When this returns it is there to stay. */
    static void write(Disk disk, Path directory, Tombstones tombstones) throws IOException {
        Path unfinished = directory.resolve(BlockFiles.TOMBSTONES + BlockFiles.UNFINISHED);
        disk.delete(unfinished);
        try (DiskFile file = disk.create(unfinished)) {
            file.write(bytes(tombstones).toBuffer());
            file.sync();
        }
        disk.rename(unfinished, directory.resolve(BlockFiles.TOMBSTONES));
        disk.syncDirectory(directory);
    }

    private static ByteWriter bytes(Tombstones tombstones) {
        ByteWriter out = new ByteWriter();
        out.putLong(BlockFiles.TOMBSTONES_MAGIC);
        out.putVarint(tombstones.size());
        int previous = -1;
        for (Map.Entry<Integer, long[]> entry : tombstones.all().entrySet()) {
            out.putVarint(entry.getKey() - previous - 1);
            previous = entry.getKey();
            long[] spans = entry.getValue();
            out.putVarint(spans.length / 2);
            long at = 0;
            for (int i = 0; i < spans.length; i += 2) {
                out.putSigned(spans[i] - at);
                out.putVarint(spans[i + 1] - spans[i]);
                at = spans[i + 1];
            }
        }
        out.putChecksum(0);
        return out;
    }
}
