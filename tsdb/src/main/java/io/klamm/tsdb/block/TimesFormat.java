package io.klamm.tsdb.block;

/** The shape of a times file; see FORMAT.md. */
final class TimesFormat {

    /** A column in the directory: 8 bytes first time, 4 bytes milliseconds to the last, 4 bytes where it lies, 4 bytes rows. */
    static final int ENTRY_BYTES = 20;

    static final int SPAN_AT = 8;
    static final int OFFSET_AT = 12;
    static final int ROWS_AT = 16;

    /**
     * Where the directory begins, how many columns there are, how many of them belong to groups, how far behind these their copies are, how many groups, the checksum of directory and groups, the footer's own.
     */
    static final int FOOTER_BYTES = 7 * Integer.BYTES;

    /** The longest span of a column, in milliseconds: 49 days. */
    private static final long MOST_SPAN = 0xFFFF_FFFFL;

    private TimesFormat() {}

    /** Whether no column can have both of these times; the second is the later one. */
    static boolean tooLong(long first, long last) {
        return Long.compareUnsigned(last - first, MOST_SPAN) > 0;
    }
}
