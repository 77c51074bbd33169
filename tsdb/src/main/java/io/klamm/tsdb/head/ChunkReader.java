package io.klamm.tsdb.head;

import io.klamm.storage.SampleBuffer;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.chunk.ChunkDecoder;
import io.klamm.tsdb.chunk.Presence;
import io.klamm.tsdb.chunk.TimeColumn;
import io.klamm.tsdb.files.ByteReader;
import io.klamm.tsdb.files.Checksum;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Reads sealed chunks. For one thread. */
final class ChunkReader {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final ChunkDecoder decoder = new ChunkDecoder();
    private byte[] bytes = new byte[1024];
    private int valuesFrom;
    private int valuesTo;

    /**
     * Puts the samples of {@code from <= time <= to} behind those of the buffer.
     *
     * @throws StorageException if the chunk is damaged
     */
    void read(Column column, long place, long from, long to, SampleBuffer into) {
        Presence presence = open(column, place);
        TimeColumn times = column.times();
        int count = presence == null ? times.size() : presence.count();
        into.ensure(count);
        int size = into.size();
        decoder.decode(bytes, valuesFrom, valuesTo, count, into.values(), size);
        if (presence == null) {
            times.copy(0, count, into.times(), size);
        } else {
            times.copy(presence, into.times(), size);
        }
        into.grow(count);
        Spans.clip(into, size, from, to);
    }

    /** The rows that a chunk has; null for all. */
    @Nullable
    Presence open(Column column, long place) {
        int length = ChunkFile.length(place);
        if (length > bytes.length) {
            bytes = new byte[length * 2];
        }
        column.file().read(place, bytes);
        valuesTo = length - Integer.BYTES;
        if (valuesTo < 1 || Checksum.of(bytes, 0, valuesTo) != (int) INT.get(bytes, valuesTo)) {
            throw new StorageException(column.file().path() + ": a chunk is damaged");
        }
        if (bytes[0] == 0) {
            valuesFrom = 1;
            return null;
        }
        ByteReader in = new ByteReader(ByteBuffer.wrap(bytes, 0, valuesTo));
        Presence presence = Presence.read(in, column.times().size());
        valuesFrom = in.position();
        return presence;
    }
}
