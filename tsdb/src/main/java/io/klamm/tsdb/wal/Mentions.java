package io.klamm.tsdb.wal;

import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.ByteWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/** Which series and writers records lean on. */
final class Mentions implements LogHandler {

    private final MutableRoaringBitmap series = new MutableRoaringBitmap();
    private final MutableRoaringBitmap writers = new MutableRoaringBitmap();

    static Mentions in(ByteWriter records) {
        Mentions mentions = new Mentions();
        RecordReader reader = new RecordReader(new MemoryFile(records), 0, records.size());
        LogDecoder decoder = new LogDecoder();
        try {
            while (reader.next()) {
                if (reader.type() != RecordType.FILE) {
                    decoder.decode(reader, mentions);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (StorageException e) {
            throw new IllegalStateException("records of our own: " + e.getMessage(), e);
        }
        return mentions;
    }

    ImmutableRoaringBitmap series() {
        return series;
    }

    ImmutableRoaringBitmap writers() {
        return writers;
    }

    @Override
    public void samples(SampleRecord samples) {
        writers.add(samples.writer());
        for (int i = 0; i < samples.count(); i++) {
            series.add(samples.series(i));
        }
    }

    @Override
    public void delete(int deleted, long from, long to) {
        series.add(deleted);
    }

    @Override
    public void series(int number, Labels labels) {}

    @Override
    public void writer(int writer, String name) {}

    @Override
    public void cut(long time) {}

    @Override
    public void metadata(String family, Metadata metadata) {}
}
