package io.klamm.tsdb.chunk;

import io.klamm.storage.StorageException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Unpacks what a {@link ChunkEncoder} packed, all values at once. For one thread; use it again and again. */
public final class ChunkDecoder {

    /**
     * Unpacks {@code count} values into {@code into}, from {@code at} on.
     *
     * @param bytes holds the packed values in {@code from <= index < to}
     * @throws StorageException if the bytes are not what an encoder makes of so many values
     */
    public void decode(byte[] bytes, int from, int to, int count, double[] into, int at) {
        ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from).order(ByteOrder.LITTLE_ENDIAN);
        int codec = in.get();
        if (codec == ValueCodec.CONSTANT) {
            Arrays.fill(into, at, at + count, in.getDouble());
        } else if (codec == ValueCodec.RAW) {
            for (int i = 0; i < count; i++) {
                into[at + i] = in.getDouble();
            }
        } else {
            throw new StorageException("chunk: codec " + codec + " (expected: 0 or 1)");
        }
    }
}
