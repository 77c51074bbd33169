package io.klamm.tsdb.block;

import io.klamm.storage.StorageException;
import io.klamm.tsdb.chunk.SummaryCodec;
import io.klamm.tsdb.files.ByteReader;
import io.klamm.tsdb.files.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of a series as they stand in the index, one after the other:
 *
 * <pre>
 * form     1 byte: bits 0 and 1 the rows (0 all of the column, 1 all from a first to a last, 2 with holes), bit 2 whether the place follows; else it is behind the chunk before
 * column   signed varint: less the one after the column of the chunk before (of -1 at first)
 * length   varint: bytes of the chunk without its checksum
 * place    varint file, varint offset
 * rows     forms 1 and 2: varint first row, varint rows from it to the last; form 2: varint how many have values
 * summary  {@link SummaryCodec}
 * </pre>
 */
final class ChunkMetaCodec {

    private static final int ALL = 0;
    private static final int RANGE = 1;
    private static final int HOLES = 2;
    private static final int ROWS = 3;
    private static final int PLACE = 4;

    private static final int MOST_SEGMENTS = 1 << 20;

    private ChunkMetaCodec() {}

    /** Puts a chunk behind another, which is null for the first of a series. */
    static void write(ChunkMeta chunk, @Nullable ChunkMeta before, int rows, ByteWriter out) {
        int form = chunk.count() == rows ? ALL : chunk.hasHoles() ? HOLES : RANGE;
        boolean place = before == null || chunk.segment() != before.segment() || chunk.offset() != end(before);
        out.putByte(form | (place ? PLACE : 0));
        out.putSigned(chunk.column() - (before == null ? 0 : before.column() + 1));
        out.putVarint(chunk.length());
        if (place) {
            out.putVarint(chunk.segment());
            out.putVarint(chunk.offset());
        }
        if (form != ALL) {
            out.putVarint(chunk.firstRow());
            out.putVarint(chunk.lastRow() - chunk.firstRow());
        }
        if (form == HOLES) {
            out.putVarint(chunk.count());
        }
        SummaryCodec.write(chunk.summary(), out);
    }

    private static int end(ChunkMeta chunk) {
        return chunk.offset() + chunk.length() + Integer.BYTES;
    }

    /** All chunks of a series; {@link StorageException} if the bytes make no sense. */
    static List<ChunkMeta> read(ByteReader in, Times times) {
        List<ChunkMeta> chunks = new ArrayList<>();
        int column = -1;
        int segment = 0;
        int offset = 0;
        while (in.remaining() > 0) {
            int form = in.getByte();
            column += 1 + (int) in.getSigned();
            int length = in.getCount(Integer.MAX_VALUE);
            if ((form & PLACE) != 0) {
                segment = in.getCount(MOST_SEGMENTS);
                offset = in.getCount(Integer.MAX_VALUE);
            }
            int rows = times.rows(column);
            int first = (form & ROWS) == ALL ? 0 : in.getCount(rows - 1);
            int last = (form & ROWS) == ALL ? rows - 1 : first + in.getCount(rows - 1 - first);
            int count = (form & ROWS) == HOLES ? in.getCount(last - first) : last - first + 1;
            chunks.add(
                    new ChunkMeta(column, first, last, count, segment, offset, length, SummaryCodec.read(in, count)));
            offset += length + Integer.BYTES;
        }
        return chunks;
    }
}
