package io.klamm.web.exposition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes into which the lines of one metric are written. */
final class Lines {

    private static final byte[] BLANK = {' '};
    private static final byte[] CLOSE = {'}', ' '};
    private static final byte[] LINE_END = {'\n'};

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
