package io.klamm.web.exposition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes into which the lines of one metric are written. */
final class Lines {

    private static final byte[] BLANK = {' '};
    private static final byte[] CLOSE = {'}', ' '};
    private static final byte[] LINE_END = {'\n'};
    private static final byte[] NOT_A_NUMBER = {'}', ' ', 'N', 'a', 'N', '\n'};

    /** Above this, thousandths no longer fit a long with room to spare, and nobody measures them. */
    private static final double LARGE = 1e15;

    private final byte[] open;
    private final boolean bare;
    private byte[] bytes = new byte[1024];
    private int length;

    /**
     * @param metric its name
     * @param constantLabels labels that every line begins with, {@code name="value"} and a comma, or nothing
     */
    Lines(String metric, byte[] constantLabels) {
        byte[] name = (metric + "{").getBytes(StandardCharsets.UTF_8);
        open = Arrays.copyOf(name, name.length + constantLabels.length);
        System.arraycopy(constantLabels, 0, open, name.length, constantLabels.length);
        bare = constantLabels.length == 0;
    }

    /** Writes the only line of a metric that has no labels of its own. */
    void only(long value) {
        append(open);
        // What stands at the end is an opening brace, or the comma after the constant labels.
        length--;
        append(bare ? BLANK : CLOSE).number(value).append(LINE_END);
    }

    Lines begin() {
        return append(open);
    }

    Lines append(byte[] fragment) {
        reserve(fragment.length);
        System.arraycopy(fragment, 0, bytes, length, fragment.length);
        length += fragment.length;
        return this;
    }

    void end(long value) {
        reserve(24);
        bytes[length++] = '}';
        bytes[length++] = ' ';
        number(value);
        bytes[length++] = '\n';
    }

    /** Ends a line with a value in thousandths, 0 or more: 4.1 and not 4.100. Not a number is written as such. */
    void end(double value) {
        if (Double.isNaN(value)) {
            append(NOT_A_NUMBER);
        } else if (value >= LARGE) {
            append(CLOSE)
                    .append(Double.toString(value).getBytes(StandardCharsets.US_ASCII))
                    .append(LINE_END);
        } else {
            append(CLOSE).thousandths(Math.round(value * 1000)).append(LINE_END);
        }
    }

    private Lines thousandths(long value) {
        number(value / 1000);
        int rest = (int) (value % 1000);
        if (rest > 0) {
            reserve(4);
            bytes[length++] = '.';
            for (int unit = 100; rest > 0; unit /= 10) {
                bytes[length++] = (byte) ('0' + rest / unit);
                rest %= unit;
            }
        }
        return this;
    }

    /** Writes a decimal number without making a string of it. */
    Lines number(long value) {
        reserve(20);
        if (value < 0) {
            return append(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
        }
        int digits = digits(value);
        long rest = value;
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private static int digits(long value) {
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
