package io.klamm.tsdb.chunk;

/** What the first byte of packed values says about the rest. The bytes are part of the file format; 16 to 31 are kept for native histograms. */
final class ValueCodec {

    /** Eight bytes a value. */
    static final int RAW = 0;

    /** One value, as its eight bytes, for all. */
    static final int CONSTANT = 1;

    private ValueCodec() {}
}
