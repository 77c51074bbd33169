package io.klamm.tsdb.chunk;

import io.klamm.tsdb.files.ByteWriter;

/** Packs whole numbers into {@link Blocks}. For one thread. */
final class BlockPacker {

    /** How many outliers at both ends together are thought about when a base and width are chosen. */
    private static final int TRIMMED = 4;

    private static final int PATCH_BITS = 20;

    private final long[] smallest = new long[TRIMMED + 1];
    private final long[] largest = new long[TRIMMED + 1];
    private long base;
    private int width;
    private int cost;

    /** Puts {@code count} numbers, from {@code offset}. */
    void pack(long[] numbers, int offset, int count, ByteWriter out) {
        long previousBase = 0;
        for (int begin = offset; begin < offset + count; begin += Blocks.LENGTH) {
            int length = Math.min(Blocks.LENGTH, offset + count - begin);
            choose(numbers, begin, length, previousBase);
            write(numbers, begin, length, previousBase, out);
            previousBase = base;
        }
    }

    /** Sets base and width such that the block comes out small: the range of all numbers, or without up to four outliers, or the last block's base again. */
    private void choose(long[] numbers, int begin, int length, long previousBase) {
        int kept = findExtremes(numbers, begin, length);
        cost = Integer.MAX_VALUE;
        for (int low = 0; low <= kept; low++) {
            for (int high = 0; low + high <= kept; high++) {
                long range = largest[high] - smallest[low];
                consider(
                        smallest[low],
                        range,
                        length,
                        low + high,
                        8 * Bits.varintBytes(Bits.zigzag(smallest[low] - previousBase)));
            }
        }
        for (int high = 0; high <= kept && previousBase <= smallest[0] && smallest[0] != previousBase; high++) {
            consider(previousBase, largest[high] - previousBase, length, high, 0);
        }
    }

    private void consider(long candidate, long range, int length, int patches, int baseBits) {
        int needed = Blocks.width(Bits.width(range));
        int bits = needed * length + patches * PATCH_BITS + baseBits;
        if (bits < cost) {
            cost = bits;
            base = candidate;
            width = needed;
        }
    }

    /** Fills {@link #smallest} and {@link #largest}; how many outliers may be left out. */
    private int findExtremes(long[] numbers, int begin, int length) {
        int kept = Math.min(TRIMMED, (length - 1) / 2);
        int size = kept + 1;
        for (int i = 0; i < size; i++) {
            smallest[i] = Long.MAX_VALUE;
            largest[i] = Long.MIN_VALUE;
        }
        for (int i = begin; i < begin + length; i++) {
            long number = numbers[i];
            if (number < smallest[kept]) {
                int at = kept;
                while (at > 0 && number < smallest[at - 1]) {
                    smallest[at] = smallest[at - 1];
                    at--;
                }
                smallest[at] = number;
            }
            if (number > largest[kept]) {
                int at = kept;
                while (at > 0 && number > largest[at - 1]) {
                    largest[at] = largest[at - 1];
                    at--;
                }
                largest[at] = number;
            }
        }
        return kept;
    }

    private void write(long[] numbers, int begin, int length, long previousBase, ByteWriter out) {
        int patches = countPatches(numbers, begin, length);
        boolean newBase = base != previousBase;
        out.putByte(Blocks.widthCode(width) | (newBase ? Blocks.NEW_BASE : 0) | (patches > 0 ? Blocks.PATCHED : 0));
        if (newBase) {
            out.putSigned(base - previousBase);
        }
        if (patches > 0) {
            out.putByte(patches);
            for (int i = 0; i < length; i++) {
                long upper = (numbers[begin + i] - base) >> width;
                if (upper != 0) {
                    out.putByte(i);
                    out.putSigned(upper);
                }
            }
        }
        writeBits(numbers, begin, length, out);
    }

    private int countPatches(long[] numbers, int begin, int length) {
        if (width == Long.SIZE) {
            return 0;
        }
        int patches = 0;
        for (int i = begin; i < begin + length; i++) {
            if ((numbers[i] - base) >> width != 0) {
                patches++;
            }
        }
        return patches;
    }

    private void writeBits(long[] numbers, int begin, int length, ByteWriter out) {
        if (width == 0) {
            return;
        }
        int bytes = (length * width + 7) >>> 3;
        out.reserve(bytes + Long.BYTES);
        byte[] array = out.array();
        int at = out.size();
        long mask = -1L >>> (Long.SIZE - width);
        long word = 0;
        int used = 0;
        for (int i = begin; i < begin + length; i++) {
            long number = (numbers[i] - base) & mask;
            word |= number << used;
            used += width;
            if (used >= Long.SIZE) {
                Bits.setLong(array, at, word);
                at += Long.BYTES;
                used -= Long.SIZE;
                word = used == 0 ? 0 : number >>> (width - used);
            }
        }
        if (used > 0) {
            Bits.setLong(array, at, word);
        }
        out.grow(bytes);
    }
}
