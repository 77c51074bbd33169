package io.klamm.tsdb.index;

/** The shape of an index file; see FORMAT.md. */
final class IndexFormat {

    /** What the file begins with: a name, and the version of the format. */
    static final long MAGIC = magic("KLMINDX", 1);

    /** Every so many entries, series and symbols stand without reference to those before. */
    static final int RESTART = 16;

    /** The sections in their order, each with 12 bytes in the footer: offset, length, checksum. */
    static final int SERIES = 0;

    static final int POSTINGS = 1;
    static final int VALUES = 2;
    static final int SYMBOLS = 3;
    static final int SECTIONS = 4;

    static final int SECTION_BYTES = 12;

    /** Sections, then how many series, symbols and names there are, then the footer's checksum. */
    static final int FOOTER_BYTES = SECTIONS * SECTION_BYTES + 4 * Integer.BYTES;

    /** A value of a name: its symbol, and where its postings begin in their section. */
    static final int VALUE_BYTES = 2 * Integer.BYTES;

    /** Postings of up to so many series may be written as differences. */
    static final int FEW = 256;

    private IndexFormat() {}

    private static long magic(String name, int version) {
        long magic = 0;
        for (int i = 0; i < name.length(); i++) {
            magic |= (long) name.charAt(i) << (8 * i);
        }
        return magic | (long) version << 56;
    }
}
