package io.klamm.config;

/** The integers from {@code min} to {@code max}, both included. */
public record Range(long min, long max) {

    /** Every TCP port that can be listened on by number; 0 (any free port) is not one of them. */
    public static final Range PORT = new Range(1, 65_535);

    public Range {
        if (min > max) {
            throw new IllegalArgumentException("min: " + min + " (expected: at most max " + max + ")");
        }
    }

    public static Range of(long min, long max) {
        return new Range(min, max);
    }

    public static Range atLeast(long min) {
        return new Range(min, Long.MAX_VALUE);
    }

    public boolean contains(long number) {
        return number >= min && number <= max;
    }

    /** The part of this range that an int can hold. */
    Range ofInts() {
        long least = Math.max(min, Integer.MIN_VALUE);
        long most = Math.min(max, Integer.MAX_VALUE);
        return new Range(least, most);
    }

    @Override
    public String toString() {
        return max >= Integer.MAX_VALUE ? "of at least " + min : "from " + min + " to " + max;
    }
}
