package io.klamm.tsdb.wal;

import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.tsdb.files.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

/** A log with a writer that knows what it said: every sample of it is a text. */
final class TestLog implements SegmentState {

    static final int WRITER = 4;

    final Wal wal;
    final List<String> told = new ArrayList<>();
    private final LogEncoder encoder = new LogEncoder();
    private final BitSet defined = new BitSet();
    private int scope = -1;

    TestLog(Disk disk, WalSettings settings, Clock clock) throws IOException {
        wal = Wal.open(disk, settings, clock, this);
    }

    static WalSettings settings(Path directory, long segmentBytes) {
        return new WalSettings(directory, segmentBytes, SyncPolicy.INTERVAL, 1 << 20, 1 << 20);
    }

    static Labels labels(int series) {
        return Labels.of(Labels.NAME, "m", "series", "s" + series);
    }

    static String text(int series, long time, double value) {
        return labels(series) + " " + time + " " + value;
    }

    /** Appends one batch of {@code count} series from a number on. */
    boolean append(int series, int count, long time, double value) {
        encoder.clear();
        int now = wal.prepare();
        if (now != scope) {
            scope = now;
            defined.clear();
            encoder.writer(WRITER, "test");
        }
        int[] numbers = new int[count];
        long[] times = new long[count];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = series + i;
            times[i] = time;
            values[i] = value;
            told.add(text(series + i, time, value));
            if (!defined.get(series + i)) {
                defined.set(series + i);
                encoder.series(series + i, labels(series + i));
            }
        }
        encoder.samples(WRITER, false, numbers, times, values, count);
        return wal.append(encoder);
    }

    @Override
    public void begin(LogEncoder into) {
        into.cut(17);
    }

    @Override
    public void define(ImmutableRoaringBitmap series, ImmutableRoaringBitmap writers, LogEncoder into) {
        writers.forEach((int number) -> into.writer(number, "test"));
        series.forEach((int number) -> into.series(number, labels(number)));
    }

    /** What a replay tells, sample by sample; each segment must define what it uses. */
    static final class Replayed implements LogHandler {
        final List<String> samples = new ArrayList<>();
        private final BitSet series = new BitSet();
        private final BitSet writers = new BitSet();
        int cuts;

        @Override
        public void segment(long number) {
            series.clear();
            writers.clear();
        }

        @Override
        public void series(int number, Labels labels) {
            if (!labels.equals(labels(number))) {
                throw new AssertionError("series " + number + " is told as " + labels);
            }
            series.set(number);
        }

        @Override
        public void writer(int writer, String name) {
            writers.set(writer);
        }

        @Override
        public void samples(SampleRecord record) {
            if (!writers.get(record.writer())) {
                throw new AssertionError("writer " + record.writer() + " is not defined in its segment");
            }
            for (int i = 0; i < record.count(); i++) {
                if (!series.get(record.series(i))) {
                    throw new AssertionError("series " + record.series(i) + " is not defined in its segment");
                }
                samples.add(text(record.series(i), record.time(i), record.value(i)));
            }
        }

        @Override
        public void cut(long time) {
            cuts++;
        }

        @Override
        public void delete(int deleted, long from, long to) {}

        @Override
        public void metadata(String family, Metadata metadata) {}
    }
}
