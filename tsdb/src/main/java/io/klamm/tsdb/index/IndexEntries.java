package io.klamm.tsdb.index;

import io.klamm.model.series.Labels;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.ByteReader;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A walk over the series of an index file. Going forward by little is cheapest. For one thread. */
public final class IndexEntries {

    private static final int MOST_LABELS = 1 << 16;

    private final ByteBuffer section;
    private final ByteReader in;
    private final int restartsAt;
    private final int count;
    private final Symbols symbols;
    /** The symbols of the current series: names and values in turn. */
    private int[] pairs = new int[32];

    private int labels;
    private int current = -1;
    private int payloadAt;
    private int payloadLength;

    IndexEntries(ByteBuffer section, int restartsAt, int count, Symbols symbols) {
        this.section = section;
        this.in = new ByteReader(section);
        this.restartsAt = restartsAt;
        this.count = count;
        this.symbols = symbols;
    }

    /**
     * Goes to a series.
     *
     * @throws StorageException if there is none of this number
     */
    public void seek(int series) {
        if (series < 0 || series >= count) {
            throw new StorageException("series " + series + ": none (expected: less than " + count + ")");
        }
        int restart = series / IndexFormat.RESTART;
        if (current < 0 || series < current || restart != current / IndexFormat.RESTART) {
            int begin = section.getInt(restartsAt + restart * Integer.BYTES);
            in.at(begin, restartsAt - begin);
            labels = 0;
            current = restart * IndexFormat.RESTART - 1;
        } else {
            int next = payloadAt + payloadLength;
            in.at(next, restartsAt - next);
        }
        while (current < series) {
            step();
        }
    }

    private void step() {
        int same = in.getCount(labels);
        int size = same + in.getCount(MOST_LABELS);
        if (2 * size > pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * size);
        }
        for (int i = same; i < size; i++) {
            long value = in.getVarint();
            if ((value & 1) != 0) {
                pairs[2 * i] = in.getCount(Integer.MAX_VALUE);
            } else if (i >= labels) {
                throw new StorageException("series " + (current + 1) + ": a label without a name");
            }
            pairs[2 * i + 1] = (int) (value >>> 1);
        }
        labels = size;
        payloadLength = in.getCount(in.remaining());
        payloadAt = in.position();
        in.skip(payloadLength);
        current++;
    }

    /** The labels of the series. */
    public Labels labels() {
        String[] texts = new String[2 * labels];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = symbols.text(pairs[i]);
        }
        try {
            return Labels.of(texts);
        } catch (IllegalArgumentException e) {
            throw new StorageException("series " + current + ": " + e.getMessage(), e);
        }
    }

    /** What belongs to the series, to be read before the next step. */
    public ByteReader payload() {
        return in.at(payloadAt, payloadLength);
    }
}
