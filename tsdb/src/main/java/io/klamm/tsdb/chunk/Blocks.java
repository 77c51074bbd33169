package io.klamm.tsdb.chunk;

/**
 * The form of packed numbers: blocks of {@value #LENGTH} (the last may be shorter), each with a base, a width in bits, and the numbers less the base in so many bits each. What does not fit into them has its upper part
 * in a list of patches.
 *
 * <pre>
 * head     1 byte: bits 0 to 5 the width (57 stands for 64), bit 6 whether a base follows, bit 7 whether patches follow
 * base     signed varint: how much more than the base of the block before (0 before the first); without it the base stays
 * patches  1 byte: how many; each: 1 byte place in the block, signed varint upper part, to be added after a shift by the width
 * numbers  length x width bits, lowest bit first, filled up to a whole byte
 * </pre>
 */
final class Blocks {

    static final int LENGTH = 64;

    static final int WIDTH = 0x3F;
    static final int NEW_BASE = 0x40;
    static final int PATCHED = 0x80;

    /** The widest that a number may be and still be read with one load of eight bytes. */
    static final int WIDEST = 56;

    private Blocks() {}

    static int widthCode(int width) {
        return width > WIDEST ? WIDEST + 1 : width;
    }

    static int width(int code) {
        return code > WIDEST ? Long.SIZE : code;
    }
}
