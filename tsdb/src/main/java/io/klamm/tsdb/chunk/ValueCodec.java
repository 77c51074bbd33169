package io.klamm.tsdb.chunk;

/**
 * What the first byte of packed values says: the codec in its lower five bits, the scale in the upper three. The numbers are part of the file format; codecs 16 to 31 are kept for native
 * histograms.
 */
final class ValueCodec {

    /** Eight bytes a value. */
    static final int RAW = 0;

    /** One value for all. */
    static final int CONSTANT = 1;

    /** Values, each with how often it comes in a row. */
    static final int RUNS = 2;

    /** Whole numbers, their differences or the differences of these, in blocks of few bits a number. */
    static final int PACKED = 3;

    /** The bits in which a value differs from the one before, as Gorilla writes them. */
    static final int XOR = 4;

    private static final int CODEC_BITS = 5;

    private ValueCodec() {}

    static int head(int codec, int scale) {
        return codec | scale << CODEC_BITS;
    }

    static int codec(int head) {
        return head & ((1 << CODEC_BITS) - 1);
    }

    static int scale(int head) {
        return (head & 0xFF) >>> CODEC_BITS;
    }
}
