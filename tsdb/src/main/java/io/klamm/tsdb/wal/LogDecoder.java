package io.klamm.tsdb.wal;

import io.klamm.model.series.Metadata;
import io.klamm.model.series.MetricType;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.ByteReader;
import java.util.Locale;

/** Takes records of the log apart. For one thread. */
final class LogDecoder {

    private final SampleRecord samples = new SampleRecord();
    private final SeriesRecordReader series = new SeriesRecordReader();

    /**
     * Hands on what is in the record that a reader has stepped to; a record of a type that is not known is passed over.
     *
     * @throws StorageException if the record's checksum is right and its body is nonetheless none
     */
    void decode(RecordReader record, LogHandler handler) {
        try {
            hand(record, handler);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new StorageException(
                    "record of type " + record.type() + " at " + record.position() + ": " + e.getMessage(), e);
        }
    }

    private void hand(RecordReader record, LogHandler handler) {
        switch (record.type()) {
            case RecordType.SERIES -> series.read(record.body(), handler::series);
            case RecordType.SERIES_AGAIN -> {
                if (record.damaged() > 0) {
                    series.read(record.body(), handler::series);
                }
            }
            case RecordType.SAMPLES -> {
                samples.read(record.window(), record.bodyFrom(), record.bodyTo());
                handler.samples(samples);
            }
            default -> handSmall(record.type(), record.body(), handler);
        }
    }

    private static void handSmall(int type, ByteReader in, LogHandler handler) {
        switch (type) {
            case RecordType.WRITER -> handler.writer(in.getCount(Integer.MAX_VALUE), in.getText());
            case RecordType.CUT -> handler.cut(in.getSigned());
            case RecordType.DELETE -> handler.delete(in.getCount(Integer.MAX_VALUE), in.getSigned(), in.getSigned());
            case RecordType.METADATA -> {
                String family = in.getText();
                MetricType kind = MetricType.valueOf(in.getText().toUpperCase(Locale.ROOT));
                handler.metadata(family, new Metadata(kind, in.getText(), in.getText()));
            }
            default -> {
                // Written by a later version, which says with the file's format whether this may be passed over.
            }
        }
    }
}
