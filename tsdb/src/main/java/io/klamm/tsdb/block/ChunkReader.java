package io.klamm.tsdb.block;

import io.klamm.storage.SampleBuffer;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.chunk.ChunkDecoder;
import io.klamm.tsdb.chunk.Presence;
import io.klamm.tsdb.chunk.TimeColumn;
import io.klamm.tsdb.files.ByteReader;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads chunks of one block; keeps the columns of times that it read last, as the next series will have the same. For one thread. */
final class ChunkReader {

    private static final int KEPT = 128;

    private final Block block;
    private final ChunkDecoder decoder = new ChunkDecoder();
    private final @Nullable TimeColumn[] kept = new TimeColumn[KEPT];
    private final int[] keptNumbers = new int[KEPT];
    private byte[] bytes = new byte[4096];

    ChunkReader(Block block) {
        this.block = block;
    }

    /** A column of times; {@link StorageException} if it is damaged. */
    TimeColumn column(int number) {
        TimeColumn known = kept[number % KEPT];
        if (known != null && keptNumbers[number % KEPT] == number) {
            return known;
        }
        TimeColumn column = block.column(number);
        kept[number % KEPT] = column;
        keptNumbers[number % KEPT] = number;
        return column;
    }

    /** Puts all samples of a chunk behind what a buffer holds. {@link StorageException} if it is damaged, and then the buffer has what it had. */
    void read(ChunkMeta chunk, SampleBuffer into) {
        TimeColumn column = column(chunk.column());
        bytes = block.copy(chunk, bytes);
        into.ensure(chunk.count());
        int size = into.size();
        int begin = 0;
        if (chunk.hasHoles()) {
            ByteReader in = new ByteReader(ByteBuffer.wrap(bytes, 0, chunk.length()));
            Presence presence = Presence.read(in, column.size());
            if (presence.count() != chunk.count()) {
                throw new StorageException("block " + block.meta().id() + ": chunk of " + presence.count()
                        + " samples (expected: " + chunk.count() + ")");
            }
            column.copy(presence, into.times(), size);
            begin = in.position();
        } else {
            column.copy(chunk.firstRow(), chunk.count(), into.times(), size);
        }
        decoder.decode(bytes, begin, chunk.length(), chunk.count(), into.values(), size);
        into.grow(chunk.count());
    }
}
