package io.klamm.scrape.exposition;

import java.nio.charset.StandardCharsets;

/** What the bytes of a page may be, and texts out of them. */
final class Bytes {

    private static final byte METRIC_START = 1;
    private static final byte METRIC_PART = 2;
    private static final byte LABEL_START = 4;
    private static final byte LABEL_PART = 8;

    private static final byte[] KINDS = kinds();

    private Bytes() {}

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int c = 0; c < 128; c++) {
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
            boolean digit = c >= '0' && c <= '9';
            int metric = letter || c == ':' ? METRIC_START | METRIC_PART : digit ? METRIC_PART : 0;
            int label = letter ? LABEL_START | LABEL_PART : digit ? LABEL_PART : 0;
            kinds[c] = (byte) (metric | label);
        }
        return kinds;
    }

    static boolean startsMetric(byte b) {
        return (KINDS[b & 0xff] & METRIC_START) != 0;
    }

    static boolean inMetric(byte b) {
        return (KINDS[b & 0xff] & METRIC_PART) != 0;
    }

    static boolean startsLabel(byte b) {
        return (KINDS[b & 0xff] & LABEL_START) != 0;
    }

    static boolean inLabel(byte b) {
        return (KINDS[b & 0xff] & LABEL_PART) != 0;
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    static String text(byte[] page, int from, int to) {
        return new String(page, from, to - from, StandardCharsets.UTF_8);
    }

    /**
     * The text between two quotes, or of a {@code HELP}, with its escapes resolved: backslash with {@code n}, with a backslash, and with a double quote
     * if {@code quotes}. Any other backslash stands for itself.
     */
    static String unescaped(byte[] page, int from, int to, boolean quotes) {
        for (int i = from; i < to; i++) {
            if (page[i] == '\\') {
                return resolved(page, from, to, quotes);
            }
        }
        return text(page, from, to);
    }

    private static String resolved(byte[] page, int from, int to, boolean quotes) {
        byte[] out = new byte[to - from];
        int size = 0;
        for (int i = from; i < to; i++) {
            byte b = page[i];
            byte next = b == '\\' && i + 1 < to ? page[i + 1] : 0;
            if (next == 'n') {
                b = '\n';
                i++;
            } else if (next == '\\' || (quotes && next == '"')) {
                b = next;
                i++;
            }
            out[size++] = b;
        }
        return text(out, 0, size);
    }

    /** Whether the bytes are UTF-8: shortest forms, no surrogates, nothing above U+10FFFF. */
    static boolean isUtf8(byte[] page, int from, int to) {
        int i = from;
        while (i < to) {
            int length = page[i] >= 0 ? 1 : sequence(page, i, to);
            if (length == 0) {
                return false;
            }
            i += length;
        }
        return true;
    }

    /** The length of the sequence of several bytes that begins here; 0 if there is none. */
    private static int sequence(byte[] page, int at, int to) {
        int first = page[at] & 0xff;
        int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        if (first < 0xc2 || first > 0xf4 || at + length > to) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((page[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        int second = page[at + 1] & 0xff;
        boolean allowed =
                switch (first) {
                    case 0xe0 -> second >= 0xa0;
                    case 0xed -> second < 0xa0;
                    case 0xf0 -> second >= 0x90;
                    case 0xf4 -> second < 0x90;
                    default -> true;
                };
        return allowed ? length : 0;
    }
}
