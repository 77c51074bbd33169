package io.klamm.tsdb.block;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The name of a block and of its directory: a ULID, 26 characters of Crockford's base 32, the first ten of which are the time at which it was made. So names sort by age.
 *
 * @param text the characters
 */
public record BlockId(String text) implements Comparable<BlockId> {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");
    private static final int TIME_DIGITS = 10;
    private static final int RANDOM_DIGITS = 16;
    private static final int DIGIT_BITS = 5;

    public BlockId {
        if (!isId(text)) {
            throw new IllegalArgumentException("block id: " + text + " (expected: a ULID)");
        }
    }

    /** Whether a text has the form of a block's name. */
    public static boolean isId(String text) {
        return FORM.matcher(text).matches();
    }

    /** A new name, of a time in milliseconds since the epoch. */
    public static BlockId of(long time, RandomGenerator random) {
        StringBuilder text = new StringBuilder(TIME_DIGITS + RANDOM_DIGITS);
        for (int i = TIME_DIGITS - 1; i >= 0; i--) {
            text.append(DIGITS.charAt((int) (time >>> (i * DIGIT_BITS)) & 31));
        }
        for (int i = 0; i < RANDOM_DIGITS; i++) {
            text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return new BlockId(text.toString());
    }

    @Override
    public int compareTo(BlockId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
