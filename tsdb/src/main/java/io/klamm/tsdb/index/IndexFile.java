package io.klamm.tsdb.index;

import io.klamm.model.series.Labels;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.ByteReader;
import io.klamm.tsdb.files.Checksum;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/** An index file, mapped. Its checksums were right when it was opened. Safe from any thread. */
public final class IndexFile implements LabelIndex {

    private final ByteBuffer series;
    private final ByteBuffer postings;
    private final ByteBuffer tables;
    private final Symbols symbols;
    private final int count;
    private final int restartsAt;
    private final List<String> names;
    private final Map<String, LabelValues> values = new HashMap<>();
    private final ImmutableRoaringBitmap all;

    private IndexFile(ByteBuffer file, ByteReader footer) {
        this.series = section(file, footer, IndexFormat.SERIES, "series");
        this.postings = section(file, footer, IndexFormat.POSTINGS, "postings");
        this.tables = section(file, footer, IndexFormat.VALUES, "values");
        ByteBuffer texts = section(file, footer, IndexFormat.SYMBOLS, "symbols");
        footer.at(file.limit() - 4 * Integer.BYTES, 3 * Integer.BYTES);
        this.count = footer.getInt();
        this.symbols = new Symbols(texts, footer.getInt());
        long restarts = ((long) count + IndexFormat.RESTART - 1) / IndexFormat.RESTART;
        if (count < 0 || restarts * Integer.BYTES > series.limit()) {
            throw new StorageException("series: " + series.limit() + " bytes (expected: room for " + count + ")");
        }
        this.restartsAt = series.limit() - (int) restarts * Integer.BYTES;
        this.names = readNames(footer.getInt());
        this.all = range(count);
    }

    /**
     * Opens an index.
     *
     * @param file the whole file
     * @throws StorageException if it is none, of a version not known, cut short or damaged
     */
    public static IndexFile open(ByteBuffer file) {
        ByteReader in = new ByteReader(file);
        if (file.limit() < Long.BYTES + IndexFormat.FOOTER_BYTES) {
            throw new StorageException("index: " + file.limit() + " bytes (expected: more)");
        }
        if (in.getLong() != IndexFormat.MAGIC) {
            throw new StorageException("index: not of this format and version (expected: KLMINDX, version 1)");
        }
        int footerAt = file.limit() - IndexFormat.FOOTER_BYTES;
        int length = IndexFormat.FOOTER_BYTES - Integer.BYTES;
        if (Checksum.of(file, footerAt, length)
                != in.at(footerAt + length, Integer.BYTES).getInt()) {
            throw new StorageException("index: wrong checksum of the footer");
        }
        return new IndexFile(file, in);
    }

    private static ByteBuffer section(ByteBuffer file, ByteReader footer, int number, String name) {
        footer.at(
                file.limit() - IndexFormat.FOOTER_BYTES + number * IndexFormat.SECTION_BYTES,
                IndexFormat.SECTION_BYTES);
        int offset = footer.getInt();
        int length = footer.getInt();
        int checksum = footer.getInt();
        if (offset < 0 || length < 0 || length > file.limit() - offset) {
            throw new StorageException("index: " + name + " beyond the end of the file");
        }
        if (Checksum.of(file, offset, length) != checksum) {
            throw new StorageException("index: wrong checksum of the " + name);
        }
        return file.slice(offset, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private List<String> readNames(int size) {
        ByteReader in = new ByteReader(tables).at(0, Math.multiplyExact(size, IndexFormat.VALUE_BYTES));
        List<String> found = new ArrayList<>(size);
        int table = size * IndexFormat.VALUE_BYTES;
        for (int i = 0; i < size; i++) {
            String name = symbols.text(in.getInt());
            int valueCount = in.getInt();
            if (valueCount < 0 || valueCount > (tables.limit() - table) / IndexFormat.VALUE_BYTES) {
                throw new StorageException("index: " + valueCount + " values of " + name + " (expected: fewer)");
            }
            found.add(name);
            values.put(name, new Table(table, valueCount));
            table += valueCount * IndexFormat.VALUE_BYTES;
        }
        return List.copyOf(found);
    }

    private static ImmutableRoaringBitmap range(int count) {
        MutableRoaringBitmap range = new MutableRoaringBitmap();
        range.add(0L, count);
        range.runOptimize();
        return range;
    }

    /** How many series there are: their numbers are below. */
    public int size() {
        return count;
    }

    @Override
    public ImmutableRoaringBitmap all() {
        return all;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public LabelValues values(String name) {
        return values.getOrDefault(name, LabelValues.NONE);
    }

    @Override
    public Labels labels(int number) {
        IndexEntries entries = entries();
        entries.seek(number);
        return entries.labels();
    }

    /** A walk over the series, one for each thread. */
    public IndexEntries entries() {
        return new IndexEntries(series, restartsAt, count, symbols);
    }

    /** The values of one label, as they lie in the file. */
    private final class Table implements LabelValues {

        private final int offset;
        private final int size;

        Table(int offset, int size) {
            this.offset = offset;
            this.size = size;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public String value(int place) {
            return symbols.text(field(place, 0));
        }

        @Override
        public ImmutableRoaringBitmap series(int place) {
            return PostingsCodec.read(postings, field(place, Integer.BYTES), count);
        }

        private int field(int place, int at) {
            if (place < 0 || place >= size) {
                throw new IndexOutOfBoundsException(place);
            }
            return tables.getInt(offset + place * IndexFormat.VALUE_BYTES + at);
        }
    }
}
