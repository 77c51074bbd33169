package io.klamm.tsdb.index;

import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.ByteReader;
import io.klamm.tsdb.files.ByteWriter;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/** Sets of series as bytes: few as their number and differences; many as 0 and Roaring's portable form, which is used where it lies. */
final class PostingsCodec {

    private PostingsCodec() {}

    static void write(MutableRoaringBitmap series, ByteWriter out) {
        series.runOptimize();
        int begin = out.size();
        out.putVarint(0);
        serialize(series, out);
        if (series.getCardinality() > IndexFormat.FEW) {
            return;
        }
        int middle = out.size();
        writeFew(series, out);
        int length = out.size() - middle;
        if (length < middle - begin) {
            System.arraycopy(out.array(), middle, out.array(), begin, length);
            out.truncate(begin + length);
        } else {
            out.truncate(middle);
        }
    }

    private static void writeFew(ImmutableRoaringBitmap series, ByteWriter out) {
        out.putVarint(series.getCardinality());
        int previous = -1;
        for (IntIterator numbers = series.getIntIterator(); numbers.hasNext(); ) {
            int number = numbers.next();
            out.putVarint(number - previous - 1);
            previous = number;
        }
    }

    private static void serialize(ImmutableRoaringBitmap series, ByteWriter out) {
        try (DataOutputStream stream = new DataOutputStream(new Sink(out))) {
            series.serialize(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a set that begins at a position of the section, of series below {@code limit}. */
    static ImmutableRoaringBitmap read(ByteBuffer section, int position, int limit) {
        if (position < 0 || position >= section.limit()) {
            throw new StorageException(
                    "postings at " + position + ": none (expected: less than " + section.limit() + ")");
        }
        ByteReader in = new ByteReader(section).at(position, section.limit() - position);
        int count = in.getCount(IndexFormat.FEW);
        if (count == 0) {
            int begin = in.position();
            return new ImmutableRoaringBitmap(
                    section.slice(begin, section.limit() - begin).order(ByteOrder.LITTLE_ENDIAN));
        }
        MutableRoaringBitmap series = new MutableRoaringBitmap();
        int previous = -1;
        for (int i = 0; i < count; i++) {
            previous += 1 + in.getCount(limit - 2 - previous);
            series.add(previous);
        }
        return series;
    }

    /** A writer as a stream. */
    private static final class Sink extends OutputStream {

        private final ByteWriter out;

        Sink(ByteWriter out) {
            this.out = out;
        }

        @Override
        public void write(int value) {
            out.putByte(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            out.putBytes(bytes, offset, length);
        }
    }
}
