package io.klamm.tsdb.chunk;

/**
 * The values of a chunk as whole numbers by the smallest scale that suits nearly all of them. Values that it does not suit (a stale marker at the end, an infinity) are odd: their rows repeat the number
 * before. Where too many are odd, all are numbers by their bits. For one thread.
 */
final class Numbers {

    /** One value in so many may be odd. */
    private static final int ODD_SHARE = 12;

    private static final int TRIED = 8;

    private double[] values = new double[0];
    private int offset;
    private int count;
    private int scale;
    private final long[] numbers = new long[ChunkEncoder.MOST_VALUES];
    private final int[] oddPlaces = new int[ChunkEncoder.MOST_VALUES / ODD_SHARE + 2];
    private int odd;

    /** Takes values; whether they are decimals. */
    boolean set(double[] newValues, int newOffset, int newCount) {
        values = newValues;
        offset = newOffset;
        count = newCount;
        if (fill(0) && odd == 0) {
            return true;
        }
        int better = scaleOfSome();
        if (better != 0 ? fill(better) : odd <= count / ODD_SHARE) {
            return true;
        }
        scale = Scale.BITS;
        odd = 0;
        for (int i = 0; i < count; i++) {
            numbers[i] = Scale.number(values[offset + i], Scale.BITS);
        }
        return false;
    }

    /** The most decimals that some of the odd values need; 0 if they need none or too many. */
    private int scaleOfSome() {
        int most = 0;
        for (int i = 0; i < Math.min(odd, TRIED); i++) {
            int needed = Scale.of(values[offset + oddPlaces[i]]);
            most = needed == Scale.BITS ? most : Math.max(most, needed);
        }
        return most;
    }

    /** Whether a scale suits enough of the values. */
    private boolean fill(int newScale) {
        scale = newScale;
        odd = 0;
        int mostOdd = count / ODD_SHARE;
        long previous = 0;
        for (int i = 0; i < count; i++) {
            double value = values[offset + i];
            long number = Scale.number(value, newScale);
            if (Double.doubleToRawLongBits(Scale.value(number, newScale)) != Double.doubleToRawLongBits(value)) {
                oddPlaces[odd++] = i;
                if (odd > mostOdd + 1) {
                    return false;
                }
                number = previous;
            }
            numbers[i] = number;
            previous = number;
        }
        return odd <= mostOdd;
    }

    int scale() {
        return scale;
    }

    int count() {
        return count;
    }

    /** The numbers, row by row; to be worked on by whoever writes them. */
    long[] array() {
        return numbers;
    }

    int odd() {
        return odd;
    }

    int oddPlace(int index) {
        return oddPlaces[index];
    }

    double oddValue(int index) {
        return values[offset + oddPlaces[index]];
    }
}
