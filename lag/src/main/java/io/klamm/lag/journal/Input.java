package io.klamm.lag.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Output} has written, and trusts none of it: whatever does not fit is a {@link BadJournalException}. */
final class Input {

    private static final int LONGEST_NUMBER = 63;

    private final List<String> texts = new ArrayList<>();
    private byte[] bytes = {};
    private int at;

    /** Begins a new piece; texts that were read in this segment before stay known. */
    void begin(byte[] piece) {
        bytes = piece;
        at = 0;
    }

    boolean flag() {
        return next() != 0;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift <= LONGEST_NUMBER; shift += 7) {
            int part = next();
            value |= (long) (part & 0x7F) << shift;
            if ((part & 0x80) == 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new BadJournalException("number: longer than 64 bits");
    }

    /** A number of things that follow; each takes a byte at least, so there cannot be more than bytes. */
    int count() {
        long count = number();
        if (count < 0 || count > bytes.length - at) {
            throw new BadJournalException("count: " + count + " (expected: 0 to " + (bytes.length - at) + ")");
        }
        return (int) count;
    }

    int smallNumber() {
        long number = number();
        if (number != (int) number) {
            throw new BadJournalException("number: " + number + " (expected: 32 bits)");
        }
        return (int) number;
    }

    String text() {
        long known = number();
        if (known == 0) {
            String text = raw();
            texts.add(text);
            return text;
        }
        if (known < 0 || known > texts.size()) {
            throw new BadJournalException("text: number " + known + " (expected: 1 to " + texts.size() + ")");
        }
        return texts.get((int) known - 1);
    }

    @Nullable
    String optionalText() {
        return flag() ? text() : null;
    }

    String raw() {
        int length = count();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    private int next() {
        if (at >= bytes.length) {
            throw new BadJournalException("piece: ends early (" + bytes.length + " bytes)");
        }
        return bytes[at++];
    }
}
