package io.klamm.tsdb.chunk;

import io.klamm.storage.StorageException;
import java.util.Arrays;

/** Unpacks {@link Blocks}. For one thread. */
final class BlockUnpacker {

    private final Cursor in = new Cursor();
    private final byte[] tail = new byte[Blocks.LENGTH * Long.BYTES + Long.BYTES];

    /**
     * Unpacks {@code count} numbers into {@code into}, from {@code at} on.
     *
     * @return where the bytes after them begin
     */
    int unpack(byte[] bytes, int from, int to, long[] into, int at, int count) {
        in.set(bytes, from, to);
        long base = 0;
        for (int begin = at; begin < at + count; begin += Blocks.LENGTH) {
            int length = Math.min(Blocks.LENGTH, at + count - begin);
            int head = in.getByte();
            int width = Blocks.width(head & Blocks.WIDTH);
            if ((head & Blocks.NEW_BASE) != 0) {
                base += in.getSigned();
            }
            int patches = (head & Blocks.PATCHED) != 0 ? in.getByte() : 0;
            int patchesAt = in.position();
            in.skipPatches(patches);
            readBits(into, begin, length, width, base);
            int next = in.position();
            if (patches > 0) {
                patch(into, begin, length, width, patches, patchesAt);
                in.position(next);
            }
        }
        return in.position();
    }

    private void patch(long[] into, int begin, int length, int width, int patches, int patchesAt) {
        in.position(patchesAt);
        for (int i = 0; i < patches; i++) {
            int place = in.getByte();
            if (place >= length) {
                throw new StorageException("chunk: patch at " + place + " (expected: less than " + length + ")");
            }
            into[begin + place] += in.getSigned() << width;
        }
    }

    private void readBits(long[] into, int begin, int length, int width, long base) {
        if (width == 0) {
            Arrays.fill(into, begin, begin + length, base);
            return;
        }
        int size = (length * width + 7) >>> 3;
        int from = in.position();
        in.skip(size);
        byte[] bytes = in.bytes();
        if (from + size + Long.BYTES > bytes.length) {
            System.arraycopy(bytes, from, tail, 0, size);
            readBits(tail, 0, into, begin, length, width, base);
        } else {
            readBits(bytes, from, into, begin, length, width, base);
        }
    }

    /** Reads where eight bytes can be loaded at every number, which may be some more than there are. */
    private static void readBits(byte[] bytes, int from, long[] into, int begin, int length, int width, long base) {
        long mask = -1L >>> (Long.SIZE - width);
        int bit = 0;
        for (int i = begin; i < begin + length; i++) {
            into[i] = base + ((Bits.getLong(bytes, from + (bit >>> 3)) >>> (bit & 7)) & mask);
            bit += width;
        }
    }
}
