package io.klamm.tsdb.index;

import io.klamm.model.series.CodePointOrder;
import io.klamm.model.series.Labels;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.ByteWriter;
import io.klamm.tsdb.files.DiskFile;
import io.klamm.tsdb.files.FileBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/**
 * Writes an index file: series in the order of their labels, each with bytes of its user's; then, at the end, which labels there are. The series go straight to disk; symbols and postings are held in memory until
 * {@link #finish}. For one thread.
 */
public final class IndexFileWriter implements Closeable {

    private final FileBuilder file;
    private final SymbolsWriter symbols = new SymbolsWriter();
    private final Map<String, Map<String, Posting>> values = new HashMap<>();
    private final ByteWriter restarts = new ByteWriter();
    private final ByteWriter entry = new ByteWriter();
    private final ByteWriter footer = new ByteWriter();
    private Labels previous = Labels.EMPTY;
    private int count;

    /** Begins an index in an empty file, which is closed with this. */
    public IndexFileWriter(DiskFile file) throws IOException {
        this.file = new FileBuilder(file);
        entry.putLong(IndexFormat.MAGIC);
        this.file.put(entry);
        this.file.endSection();
    }

    /**
     * Adds the next series.
     *
     * @param payload what belongs to it
     * @return its number
     * @throws IllegalArgumentException if its labels do not come after those of the series before
     */
    public int add(Labels labels, ByteWriter payload) throws IOException {
        if (count > 0 && labels.compareTo(previous) <= 0) {
            throw new IllegalArgumentException("series " + labels + " after " + previous + ": not in order");
        }
        boolean restart = count % IndexFormat.RESTART == 0;
        if (restart) {
            restarts.putInt(offset(file.position() - file.sectionBegin()));
        }
        entry.clear();
        putLabels(labels, restart ? Labels.EMPTY : previous);
        entry.putVarint(payload.size());
        entry.putBytes(payload.array(), 0, payload.size());
        file.put(entry);
        post(labels);
        previous = labels;
        return count++;
    }

    /** How many leading labels are those of the series before, how many follow, and these; a name only where it is another than the series before has at the place. */
    private void putLabels(Labels labels, Labels before) {
        int same = 0;
        int most = Math.min(labels.size(), before.size());
        while (same < most
                && labels.name(same).equals(before.name(same))
                && labels.value(same).equals(before.value(same))) {
            same++;
        }
        entry.putVarint(same);
        entry.putVarint(labels.size() - same);
        for (int i = same; i < labels.size(); i++) {
            boolean newName = i >= before.size() || !labels.name(i).equals(before.name(i));
            entry.putVarint((long) symbols.number(labels.value(i)) << 1 | (newName ? 1 : 0));
            if (newName) {
                entry.putVarint(symbols.number(labels.name(i)));
            }
        }
    }

    private void post(Labels labels) {
        for (int i = 0; i < labels.size(); i++) {
            values.computeIfAbsent(labels.name(i), name -> new HashMap<>())
                    .computeIfAbsent(labels.value(i), Posting::new)
                    .add(count);
        }
    }

    /** Writes the rest and makes the file survive the machine; the file's length. Nothing can be added after it. */
    public long finish() throws IOException {
        file.put(restarts);
        endSection();
        ByteWriter tables = writePostings();
        file.put(tables);
        endSection();
        entry.clear();
        symbols.write(entry);
        file.put(entry);
        endSection();
        footer.putInt(count);
        footer.putInt(symbols.size());
        footer.putInt(values.size());
        footer.putChecksum(0);
        file.put(footer);
        file.sync();
        return file.position();
    }

    /** Writes all sets; the section that says where they are. */
    private ByteWriter writePostings() throws IOException {
        ByteWriter names = new ByteWriter();
        ByteWriter tables = new ByteWriter();
        for (String name : sorted(values)) {
            Map<String, Posting> of = values.getOrDefault(name, Map.of());
            names.putInt(symbols.number(name));
            names.putInt(of.size());
            for (String value : sorted(of)) {
                Posting posting = of.get(value);
                tables.putInt(symbols.number(value));
                tables.putInt(offset(file.position() - file.sectionBegin()));
                entry.clear();
                PostingsCodec.write(posting == null ? new MutableRoaringBitmap() : posting.toBitmap(), entry);
                file.put(entry);
            }
        }
        endSection();
        names.putBytes(tables.array(), 0, tables.size());
        return names;
    }

    private static String[] sorted(Map<String, ?> map) {
        String[] texts = map.keySet().toArray(String[]::new);
        Arrays.sort(texts, CodePointOrder.INSTANCE);
        return texts;
    }

    private void endSection() {
        long begin = file.sectionBegin();
        long length = file.position() - begin;
        footer.putInt(offset(begin));
        footer.putInt(offset(length));
        footer.putInt(file.endSection());
    }

    /** An index is mapped whole, so no place in it is beyond 2 GiB. */
    private static int offset(long position) {
        if (position > Integer.MAX_VALUE) {
            throw new StorageException("index: " + position + " bytes (expected: less than 2 GiB)");
        }
        return (int) position;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
