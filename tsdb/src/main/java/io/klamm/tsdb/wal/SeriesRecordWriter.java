package io.klamm.tsdb.wal;

import io.klamm.model.series.Labels;
import io.klamm.tsdb.files.ByteWriter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Packs the labels of series: every text once a record, and of each series only the labels that differ from the series before. A record can be read alone. For one thread.
 *
 * <p>A series is its number as the distance from the one before; twice the number of its labels, plus one if all of them follow; else a mask of those that do; then these, name and
 * value. A text is the number of its place among the record's texts, from 1, or 0 and itself if it is new.
 */
public final class SeriesRecordWriter {

    /** With more labels there is no mask. */
    static final int MASK_LABELS = 56;

    private static final int FULL = 48 << 10;

    private final ByteWriter out;
    private final RecordWriter records;
    private final Map<String, Integer> texts = new HashMap<>();
    private @Nullable Labels previous;
    private int previousSeries;
    private int start = -1;
    private int type;

    public SeriesRecordWriter(ByteWriter out, RecordWriter records) {
        this.out = out;
        this.records = records;
    }

    /** Adds a series, to the record that is open or to a new one. */
    public void add(int series, Labels labels) {
        add(RecordType.SERIES, series, labels);
    }

    /** Adds a series that was added before, which is read only where something is damaged. */
    public void addAgain(int series, Labels labels) {
        add(RecordType.SERIES_AGAIN, series, labels);
    }

    private void add(int wanted, int series, Labels labels) {
        if (start >= 0 && type != wanted) {
            end();
        }
        if (start < 0) {
            start = out.size();
            type = wanted;
            records.begin(type);
        }
        out.putSigned((long) series - previousSeries);
        Labels before = previous;
        if (before != null && before.size() == labels.size() && labels.size() <= MASK_LABELS) {
            addDifference(before, labels);
        } else {
            out.putVarint(labels.size() << 1 | 1);
            for (int i = 0; i < labels.size(); i++) {
                addLabel(labels, i);
            }
        }
        previous = labels;
        previousSeries = series;
        if (out.size() - start > FULL) {
            end();
        }
    }

    private void addDifference(Labels before, Labels labels) {
        long mask = 0;
        for (int i = 0; i < labels.size(); i++) {
            if (!before.value(i).equals(labels.value(i)) || !before.name(i).equals(labels.name(i))) {
                mask |= 1L << i;
            }
        }
        out.putVarint(labels.size() << 1);
        out.putVarint(mask);
        for (long left = mask; left != 0; left &= left - 1) {
            addLabel(labels, Long.numberOfTrailingZeros(left));
        }
    }

    private void addLabel(Labels labels, int index) {
        addText(labels.name(index));
        addText(labels.value(index));
    }

    private void addText(String text) {
        Integer known = texts.putIfAbsent(text, texts.size() + 1);
        if (known == null) {
            out.putVarint(0);
            out.putText(text);
        } else {
            out.putVarint(known);
        }
    }

    /** Ends the record, if there is one. */
    public void end() {
        if (start >= 0) {
            records.end();
            start = -1;
            texts.clear();
            previous = null;
            previousSeries = 0;
        }
    }
}
