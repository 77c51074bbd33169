package io.klamm.tsdb.head;

import io.klamm.model.series.Labels;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One series of the head: its sealed chunks, and its tail, which holds the newest samples as a stream of bytes that is only appended to.
 *
 * <p>A sample of the tail is the row of the {@link Timeline} that has its time, and a value. The bytes are tokens: a run repeats the value before it in the rows that
 * follow; a gap passes over rows; any other token is one value in the next row, as the distance from the value before if both are integers, else as its bits
 * exclusive-or those of the value before. See {@link TailReader}.
 *
 * <p>Written under the head's commit lock and write lock; read under its read lock, but for {@link #lastTime}, {@link #evicted} and what never changes. Bytes of
 * the tail that a reader has seen do not change, except that the length of the last run may grow: so a reader copies the reference, the size and the number of samples, and
 * reads without a lock.
 */
final class HeadSeries {

    /** Tokens 0 to 127: so many more repetitions than one. */
    static final int LONGEST_RUN = 127;
    /** Tokens from here: so many bytes more than one of an integer's distance. */
    static final int INTEGER = 0x80;
    /** Tokens from here: so many low bytes more than one of the changed bits. */
    static final int LOW_BITS = 0x88;
    /** Tokens from here: so many high bytes more than one of the changed bits. */
    static final int HIGH_BITS = 0x90;
    /** A number of rows follows that are passed over. */
    static final int GAP = 0x98;

    private static final byte[] NO_BYTES = new byte[0];
    private static final int FIRST_BYTES = 16;

    final int id;
    final Labels labels;

    /** The newest time among the samples that came in order. */
    volatile long lastTime = Long.MIN_VALUE;

    double lastValue;
    /** Whether {@link #lastValue} is that of {@link #lastTime}: after a restart it may still be on the disk. */
    boolean lastValueKnown = true;

    volatile boolean evicted;

    /** The log's scope in which it is defined. */
    int scope = -1;

    @Nullable
    Timeline timeline;

    byte[] tail = NO_BYTES;
    int tailSize;
    int tailCount;
    /** The row before the tail's first. */
    int baseRow;
    /** The value that the tail's first is told by. */
    double baseValue;
    /** The row of the tail's last sample. */
    int lastRow;
    /** Where the run begins that ends the tail; -1 if it ends otherwise. */
    private int runAt = -1;

    /** Columns of the sealed chunks, oldest first; never changed but replaced. */
    Column @Nullable [] columns;
    /** Where in its column's file each chunk lies. */
    long @Nullable [] places;

    @Nullable
    Late late;

    /** Pairs of first and last time between which samples are deleted; never changed but replaced. */
    long @Nullable [] deleted;

    HeadSeries(int id, Labels labels) {
        this.id = id;
        this.labels = labels;
    }

    /** Makes the series a member of a timeline, its tail being empty. */
    void join(Timeline line, int row) {
        timeline = line;
        tail = NO_BYTES;
        tailSize = 0;
        tailCount = 0;
        baseRow = row - 1;
        lastRow = row - 1;
        baseValue = lastValue;
        runAt = -1;
    }

    /** Appends a sample to the tail, in a later row than the last. */
    void push(int row, long time, double value) {
        if (tailCount == 0) {
            baseRow = row - 1;
            lastRow = row - 1;
            baseValue = lastValue;
        }
        long bits = Double.doubleToRawLongBits(value);
        long before = Double.doubleToRawLongBits(lastValue);
        int skipped = row - lastRow - 1;
        if (skipped > 0) {
            putGap(skipped);
        }
        if (bits == before) {
            putRepetition();
        } else {
            putValue(value, bits, before);
        }
        lastRow = row;
        tailCount++;
        lastValue = value;
        lastValueKnown = true;
        lastTime = time;
    }

    private void putRepetition() {
        if (runAt >= 0 && tail[runAt] < LONGEST_RUN) {
            tail[runAt]++;
        } else {
            reserve(1);
            runAt = tailSize;
            tail[tailSize++] = 0;
        }
    }

    private void putGap(int rows) {
        reserve(6);
        runAt = -1;
        tail[tailSize++] = (byte) GAP;
        int rest = rows;
        while (rest >= 0x80) {
            tail[tailSize++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        tail[tailSize++] = (byte) rest;
    }

    private void putValue(double value, long bits, long before) {
        runAt = -1;
        long integer = (long) value;
        long last = (long) lastValue;
        if (Double.doubleToRawLongBits((double) integer) == bits
                && Double.doubleToRawLongBits((double) last) == before) {
            long distance = integer - last;
            putBytes(INTEGER, (distance << 1) ^ (distance >> 63));
            return;
        }
        long changed = bits ^ before;
        int lowZeros = Long.numberOfTrailingZeros(changed) >>> 3;
        if (lowZeros > Long.numberOfLeadingZeros(changed) >>> 3) {
            putBytes(HIGH_BITS, Long.reverseBytes(changed));
        } else {
            putBytes(LOW_BITS, changed);
        }
    }

    private void putBytes(int token, long number) {
        int length = Math.max(1, (71 - Long.numberOfLeadingZeros(number)) >>> 3);
        reserve(1 + length);
        tail[tailSize++] = (byte) (token + length - 1);
        for (int i = 0; i < length; i++) {
            tail[tailSize++] = (byte) (number >>> (8 * i));
        }
    }

    private void reserve(int more) {
        int needed = tailSize + more;
        if (needed > tail.length) {
            int wanted = Math.max(needed, Math.max(FIRST_BYTES, tail.length + (tail.length >> 1)));
            tail = Arrays.copyOf(tail, (wanted + 7) & ~7);
        }
    }

    /** Takes the first samples out of the tail. */
    void trim(int samples, DecodedTail scratch) {
        if (samples > 0) {
            scratch.read(this);
            rebuild(scratch, samples, scratch.count());
        }
    }

    /** Makes the tail anew of decoded samples; series' times and rows stay. */
    private void rebuild(DecodedTail samples, int from, int to) {
        long time = lastTime;
        double value = lastValue;
        boolean known = lastValueKnown;
        int row = lastRow;
        tail = NO_BYTES;
        tailSize = 0;
        tailCount = 0;
        runAt = -1;
        if (from > 0) {
            baseValue = samples.value(from - 1);
        }
        baseRow = from < to ? samples.row(from) - 1 : row;
        lastRow = baseRow;
        lastValue = baseValue;
        for (int i = from; i < to; i++) {
            push(samples.row(i), time, samples.value(i));
        }
        lastRow = row;
        lastTime = time;
        lastValue = value;
        lastValueKnown = known;
    }

    /** Moves the tail's samples into a timeline that has a row for each of them and no other. */
    void moveTo(Timeline own, DecodedTail scratch) {
        scratch.read(this);
        scratch.renumber(own.firstRow());
        timeline = own;
        lastRow = own.firstRow() + scratch.count() - 1;
        rebuild(scratch, 0, scratch.count());
    }

    /** Adds a sealed chunk behind the others. */
    void addChunk(Column column, long place) {
        Column[] had = columns;
        long[] hadPlaces = places;
        if (had == null || hadPlaces == null) {
            columns = new Column[] {column};
            places = new long[] {place};
            return;
        }
        Column[] more = Arrays.copyOf(had, had.length + 1);
        long[] morePlaces = Arrays.copyOf(hadPlaces, had.length + 1);
        more[had.length] = column;
        morePlaces[had.length] = place;
        columns = more;
        places = morePlaces;
    }

    /** The time of the tail's first sample; the tail must not be empty. */
    long tailFirstTime() {
        return line().time(baseRow + 1);
    }

    Timeline line() {
        Timeline line = timeline;
        if (line == null) {
            throw new IllegalStateException("series " + labels + ": no timeline");
        }
        return line;
    }

    /** Whether nothing is left of it. */
    boolean isEmpty() {
        return tailCount == 0 && columns == null && late == null;
    }
}
