package io.klamm.tsdb.head;

/** Reads the tokens of a tail, sample by sample. The tokens are those that {@link HeadSeries} puts. For one thread; {@link #open} begins anew. */
final class TailReader {

    private byte[] bytes = new byte[0];
    private int at;
    private int left;
    private int repetitions;
    private int row;
    private double value;

    /**
     * Begins with the first sample.
     *
     * @param count how many samples there are
     * @param baseRow the row before the first
     * @param baseValue the value that the first is told by
     */
    TailReader open(byte[] tail, int count, int baseRow, double baseValue) {
        bytes = tail;
        at = 0;
        left = count;
        repetitions = 0;
        row = baseRow;
        value = baseValue;
        return this;
    }

    /** Steps to the next sample; false at the end. */
    boolean next() {
        if (left == 0) {
            return false;
        }
        left--;
        row++;
        if (repetitions > 0) {
            repetitions--;
            return true;
        }
        int token = bytes[at++];
        if ((token & 0xFF) == HeadSeries.GAP) {
            row += rows();
            token = bytes[at++];
        }
        if (token >= 0) {
            repetitions = token;
        } else {
            readValue(token & 0xFF);
        }
        return true;
    }

    private int rows() {
        int rows = 0;
        for (int shift = 0; ; shift += 7) {
            int next = bytes[at++];
            rows |= (next & 0x7F) << shift;
            if (next >= 0) {
                return rows;
            }
        }
    }

    private void readValue(int token) {
        int length = (token & 7) + 1;
        long number = 0;
        for (int i = 0; i < length; i++) {
            number |= (bytes[at++] & 0xFFL) << (8 * i);
        }
        if (token < HeadSeries.LOW_BITS) {
            value = (double) ((long) value + ((number >>> 1) ^ -(number & 1)));
        } else {
            long changed = token < HeadSeries.HIGH_BITS ? number : Long.reverseBytes(number);
            value = Double.longBitsToDouble(Double.doubleToRawLongBits(value) ^ changed);
        }
    }

    int row() {
        return row;
    }

    double value() {
        return value;
    }
}
