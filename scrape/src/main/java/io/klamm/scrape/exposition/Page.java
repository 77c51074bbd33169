package io.klamm.scrape.exposition;

/** The bytes of one page; behind their end there are line ends without end, so that a scan need not look where it is. */
final class Page {

    private static final int SHOWN = 30;

    byte[] bytes = new byte[0];
    int from;
    int end;

    void set(byte[] newBytes, int newFrom, int newEnd) {
        bytes = newBytes;
        from = newFrom;
        end = newEnd;
    }

    byte at(int index) {
        return index < end ? bytes[index] : (byte) '\n';
    }

    boolean endsLine(int index) {
        return at(index) == '\n';
    }

    int skipBlanks(int index) {
        int i = index;
        while (i < end && Bytes.isBlank(bytes[i])) {
            i++;
        }
        return i;
    }

    int endOfLine(int index) {
        int i = index;
        while (i < end && bytes[i] != '\n') {
            i++;
        }
        return i;
    }

    boolean startsWith(String text, int index) {
        if (index + text.length() > end) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[index + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The mistake that something else than {@code expected} stands here. */
    ExpositionException unexpected(int index, String expected) {
        return mistake(index, "found " + shown(index) + " (expected: " + expected + ")");
    }

    ExpositionException mistake(int index, String reason) {
        return new ExpositionException(line(index), reason);
    }

    /** The line of a byte, counted from 1. Only asked for when something is wrong. */
    int line(int index) {
        int line = 1;
        for (int i = from; i < index && i < end; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    private String shown(int index) {
        if (index >= end) {
            return "the end of the page";
        }
        if (bytes[index] == '\n') {
            return "the end of the line";
        }
        int to = Math.min(endOfLine(index), index + SHOWN);
        StringBuilder text = new StringBuilder("\"");
        Bytes.text(bytes, index, to).codePoints().forEach(point -> show(point, text));
        return text.append('"').toString();
    }

    private static void show(int point, StringBuilder out) {
        if (Character.isISOControl(point) || point == 0xfffd) {
            out.append(String.format("\\x%02x", point == 0xfffd ? 0xff : point));
        } else {
            out.appendCodePoint(point);
        }
    }
}
