package io.klamm.tsdb.chunk;

import io.klamm.storage.StorageException;
import java.util.Arrays;

/** Unpacks what a {@link ChunkEncoder} packed, all values at once. For one thread; use it again and again. */
public final class ChunkDecoder {

    private final Cursor in = new Cursor();
    private final BlockUnpacker blocks = new BlockUnpacker();
    private final XorReader xor = new XorReader();
    private long[] numbers = new long[512];

    /**
     * Unpacks {@code count} values into {@code into}, from {@code at} on.
     *
     * @param bytes holds the packed values in {@code from <= index < to}
     * @throws StorageException if the bytes are not what an encoder makes of so many values
     */
    public void decode(byte[] bytes, int from, int to, int count, double[] into, int at) {
        if (count < 1 || count > ChunkEncoder.MOST_VALUES) {
            throw new StorageException("chunk: " + count + " values (expected: 1 to " + ChunkEncoder.MOST_VALUES + ")");
        }
        in.set(bytes, from, to);
        int head = in.getByte();
        int scale = ValueCodec.scale(head);
        switch (ValueCodec.codec(head)) {
            case ValueCodec.RAW -> readRaw(count, into, at);
            case ValueCodec.CONSTANT -> Arrays.fill(into, at, at + count, readValue(scale));
            case ValueCodec.RUNS -> readRuns(scale, count, into, at);
            case ValueCodec.PACKED -> readPacked(scale, count, into, at);
            case ValueCodec.XOR -> in.position(xor.read(bytes, in.position(), to, count, into, at));
            default ->
                throw new StorageException(
                        "chunk: codec " + ValueCodec.codec(head) + " (expected: 0 to " + ValueCodec.XOR + ")");
        }
        if (in.position() != to) {
            throw new StorageException("chunk: " + (to - in.position()) + " bytes too many");
        }
    }

    private void readRaw(int count, double[] into, int at) {
        for (int i = at; i < at + count; i++) {
            into[i] = Double.longBitsToDouble(in.getLong());
        }
    }

    private double readValue(int scale) {
        return scale == Scale.BITS ? Double.longBitsToDouble(in.getLong()) : Scale.value(in.getSigned(), scale);
    }

    private void readRuns(int scale, int count, double[] into, int at) {
        long number = 0;
        for (int done = 0; done < count; ) {
            double value;
            if (scale == Scale.BITS) {
                value = Double.longBitsToDouble(in.getLong());
            } else {
                number += in.getSigned();
                value = Scale.value(number, scale);
            }
            int run = 1 + in.getCount(count - done - 1);
            Arrays.fill(into, at + done, at + done + run, value);
            done += run;
        }
    }

    private void readPacked(int scale, int count, double[] into, int at) {
        if (numbers.length < count) {
            numbers = new long[ChunkEncoder.MOST_VALUES];
        }
        int form = in.getByte();
        int odd = (form & PackedForm.ODD) != 0 ? in.getCount(count) : 0;
        int oddAt = in.position();
        skipOdd(odd);
        int order = PackedForm.order(form);
        if (order > Math.min(2, count)) {
            throw new StorageException("chunk: differences of order " + order + " (expected: 0 to 2)");
        }
        for (int i = 0; i < order; i++) {
            numbers[i] = in.getSigned();
        }
        int end = blocks.unpack(in.bytes(), in.position(), in.end(), numbers, order, count - order);
        PackedForm.sum(numbers, count, order);
        Scale.values(numbers, count, scale, into, at);
        in.position(oddAt);
        patchOdd(odd, count, into, at);
        in.position(end);
    }

    private void skipOdd(int odd) {
        for (int i = 0; i < odd; i++) {
            in.getVarint();
            in.skip(Long.BYTES);
        }
    }

    private void patchOdd(int odd, int count, double[] into, int at) {
        int place = -1;
        for (int i = 0; i < odd; i++) {
            place += 1 + in.getCount(count - 2 - place);
            into[at + place] = Double.longBitsToDouble(in.getLong());
        }
    }
}
