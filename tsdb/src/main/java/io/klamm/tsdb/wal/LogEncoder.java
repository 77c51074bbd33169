package io.klamm.tsdb.wal;

import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.tsdb.files.ByteWriter;

/** Makes records of the log, one behind the other, in memory. For one thread; {@link #clear} keeps the room. */
public final class LogEncoder {

    private final ByteWriter out = new ByteWriter(1 << 12);
    private final RecordWriter records = new RecordWriter(out);
    private final SeriesRecordWriter definitions = new SeriesRecordWriter(out, records);
    private long samples;

    /** The labels of a series. */
    public void series(int series, Labels labels) {
        definitions.add(series, labels);
    }

    /** The labels of a series once more, for the case that the record that told them first is damaged. */
    public void seriesAgain(int series, Labels labels) {
        definitions.addAgain(series, labels);
    }

    public void writer(int writer, String name) {
        begin(RecordType.WRITER);
        out.putVarint(writer);
        out.putText(name);
        records.end();
    }

    /**
     * Samples of one writer, the first {@code count} of each column.
     *
     * @param late whether they are older than the newest of their series
     */
    public void samples(int writer, boolean late, int[] series, long[] times, double[] values, int count) {
        for (int from = 0; from < count; from += SampleRecordWriter.MOST) {
            begin(RecordType.SAMPLES);
            int to = Math.min(count, from + SampleRecordWriter.MOST);
            SampleRecordWriter.write(out, writer, late, series, times, values, from, to);
            records.end();
        }
        samples += count;
    }

    public void cut(long time) {
        begin(RecordType.CUT);
        out.putSigned(time);
        records.end();
    }

    public void delete(int series, long from, long to) {
        begin(RecordType.DELETE);
        out.putVarint(series);
        out.putSigned(from);
        out.putSigned(to);
        records.end();
    }

    public void metadata(String family, Metadata metadata) {
        begin(RecordType.METADATA);
        out.putText(family);
        out.putText(metadata.type().word());
        out.putText(metadata.help());
        out.putText(metadata.unit());
        records.end();
    }

    private void begin(int type) {
        definitions.end();
        records.begin(type);
    }

    /** Puts whole records that another encoder made. */
    void append(byte[] bytes, int length) {
        definitions.end();
        out.putBytes(bytes, 0, length);
    }

    /** The records so far; nothing is put into it from outside. */
    ByteWriter finished() {
        definitions.end();
        return out;
    }

    /** How many samples are in the records. */
    long samples() {
        return samples;
    }

    public boolean isEmpty() {
        return finished().size() == 0;
    }

    public void clear() {
        definitions.end();
        out.clear();
        samples = 0;
    }
}
