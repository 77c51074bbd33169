package io.klamm.tsdb.wal;

import io.klamm.model.series.Labels;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.ByteReader;
import java.util.ArrayList;
import java.util.List;

/** Reads what a {@link SeriesRecordWriter} wrote. For one thread. */
public final class SeriesRecordReader {

    /** Takes one series. */
    public interface Sink {
        void series(int series, Labels labels);
    }

    private static final int MOST_LABELS = 1 << 16;

    private final List<String> texts = new ArrayList<>();

    /**
     * Gives every series of a record's body.
     *
     * @throws StorageException if the body is not what a writer makes
     */
    public void read(ByteReader in, Sink sink) {
        texts.clear();
        String[] pairs = new String[0];
        long series = 0;
        while (in.remaining() > 0) {
            series += in.getSigned();
            int header = in.getCount(MOST_LABELS);
            int length = header >>> 1;
            if ((header & 1) != 0) {
                pairs = readAll(in, length);
            } else if (2 * length != pairs.length || length > SeriesRecordWriter.MASK_LABELS) {
                throw new StorageException("series " + series + ": " + length + " labels (expected: all of them)");
            } else {
                readDifference(in, pairs);
            }
            if (series < 0 || series > Integer.MAX_VALUE) {
                throw new StorageException("series " + series + ": no number of a series");
            }
            sink.series((int) series, Labels.of(pairs));
        }
    }

    private String[] readAll(ByteReader in, int length) {
        String[] pairs = new String[2 * length];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = readText(in);
        }
        return pairs;
    }

    private void readDifference(ByteReader in, String[] pairs) {
        long mask = in.getVarint();
        if (mask >>> (pairs.length / 2) != 0) {
            throw new StorageException("labels: mask " + Long.toHexString(mask) + " of " + pairs.length / 2);
        }
        for (long left = mask; left != 0; left &= left - 1) {
            int at = 2 * Long.numberOfTrailingZeros(left);
            pairs[at] = readText(in);
            pairs[at + 1] = readText(in);
        }
    }

    private String readText(ByteReader in) {
        int place = in.getCount(texts.size());
        if (place > 0) {
            return texts.get(place - 1);
        }
        String text = in.getText();
        texts.add(text);
        return text;
    }
}
