package io.klamm.tsdb.chunk;

/**
 * The form of {@link ValueCodec#PACKED} values, after the first byte.
 *
 * <pre>
 * form     1 byte: bits 0 and 1 the order (0 the numbers themselves, 1 their differences, 2 the differences of these), bit 2 whether odd values follow
 * odd      varint: how many; each: varint rows between it and the one before, 8 bytes value. They are no numbers of the scale; a number of no meaning stands in their rows
 * first    as many signed varints as the order: the first number, the first difference
 * blocks   the rest, as {@link Blocks}
 * </pre>
 */
final class PackedForm {

    static final int ODD = 4;

    private PackedForm() {}

    static int order(int form) {
        return form & 3;
    }

    /** Takes differences of an order, in place: the first of each order stay at the beginning. */
    static void difference(long[] numbers, int count, int order) {
        for (int done = 1; done <= order; done++) {
            for (int i = count - 1; i >= done; i--) {
                numbers[i] -= numbers[i - 1];
            }
        }
    }

    /** Undoes {@link #difference}. */
    static void sum(long[] numbers, int count, int order) {
        if (order == 0) {
            return;
        }
        long number = numbers[0];
        if (order == 1) {
            for (int i = 1; i < count; i++) {
                number += numbers[i];
                numbers[i] = number;
            }
            return;
        }
        long difference = numbers[1];
        number += difference;
        numbers[1] = number;
        for (int i = 2; i < count; i++) {
            difference += numbers[i];
            number += difference;
            numbers[i] = number;
        }
    }
}
