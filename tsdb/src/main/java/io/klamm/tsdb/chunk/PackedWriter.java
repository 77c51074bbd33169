package io.klamm.tsdb.chunk;

import io.klamm.tsdb.files.ByteWriter;

/** Puts {@link Numbers} in {@link PackedForm}, by the order of differences that comes out smallest. For one thread. */
final class PackedWriter {

    private final BlockPacker packer = new BlockPacker();
    private final long[] work = new long[ChunkEncoder.MOST_VALUES];
    private final ByteWriter best = new ByteWriter();
    private final ByteWriter trial = new ByteWriter();

    void write(Numbers numbers, ByteWriter out) {
        int count = numbers.count();
        int order = -1;
        for (int tried = 0; tried <= Math.min(2, count - 1); tried++) {
            trial.clear();
            put(numbers, tried, trial);
            if (order < 0 || trial.size() < best.size()) {
                order = tried;
                best.clear();
                best.putBytes(trial.array(), 0, trial.size());
            }
        }
        out.putByte(ValueCodec.head(ValueCodec.PACKED, numbers.scale()));
        out.putByte(order | (numbers.odd() > 0 ? PackedForm.ODD : 0));
        putOdd(numbers, out);
        out.putBytes(best.array(), 0, best.size());
    }

    private void put(Numbers numbers, int order, ByteWriter out) {
        int count = numbers.count();
        System.arraycopy(numbers.array(), 0, work, 0, count);
        PackedForm.difference(work, count, order);
        for (int i = 0; i < order; i++) {
            out.putSigned(work[i]);
        }
        packer.pack(work, order, count - order, out);
    }

    private static void putOdd(Numbers numbers, ByteWriter out) {
        if (numbers.odd() == 0) {
            return;
        }
        out.putVarint(numbers.odd());
        int previous = -1;
        for (int i = 0; i < numbers.odd(); i++) {
            out.putVarint(numbers.oddPlace(i) - previous - 1);
            out.putDouble(numbers.oddValue(i));
            previous = numbers.oddPlace(i);
        }
    }
}
