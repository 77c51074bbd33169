package io.klamm.web.exposition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes into which the lines of one metric are written. */
final class Lines {

    private static final byte[] BLANK = {' '};
    private static final byte[] CLOSE = {'}', ' '};
    private static final byte[] PARTITION = {'p', 'a', 'r', 't', 'i', 't', 'i', 'o', 'n', '=', '"'};

    /** Above this, thousandths no longer fit a long with room to spare, and nobody measures them. */
    private static final double LARGE = 1e15;

    private final byte[] metric;
    private final byte[] constant;
    private byte[] bytes = new byte[1024];
    private int length;

    /**
     * @param metric its name
     * @param constantLabels labels that every line begins with, as {@link LabelText#labels} writes them; possibly none
     */
    Lines(String metric, byte[] constantLabels) {
        this.metric = metric.getBytes(StandardCharsets.UTF_8);
        this.constant = constantLabels;
    }

    /** Begins a line: the metric and its labels; the partition is left out if it is below 0. */
    Lines begin(byte[] before, int partition, byte[] after) {
        append(metric);
        int open = length;
        labels(constant, open);
        labels(before, open);
        if (partition >= 0) {
            labels(PARTITION, open);
            number(partition);
            reserve(1);
            bytes[length++] = '"';
        }
        labels(after, open);
        return append(length == open ? BLANK : CLOSE);
    }

    private void labels(byte[] text, int open) {
        if (text.length > 0) {
            reserve(1);
            bytes[length] = (byte) (length == open ? '{' : ',');
            length++;
            append(text);
        }
    }

    private Lines append(byte[] fragment) {
        reserve(fragment.length);
        System.arraycopy(fragment, 0, bytes, length, fragment.length);
        length += fragment.length;
        return this;
    }

    /** Ends a line with a whole number. */
    void end(long value) {
        number(value);
        lineEnd();
    }

    /** Ends a line with a value in thousandths, 0 or more: 4.1 and not 4.100. Not a number is written as such. */
    void end(double value) {
        if (Double.isNaN(value) || value >= LARGE) {
            append(Double.toString(value).getBytes(StandardCharsets.US_ASCII));
        } else {
            thousandths(Math.round(value * 1000));
        }
        lineEnd();
    }

    private void lineEnd() {
        reserve(1);
        bytes[length++] = '\n';
    }

    private void thousandths(long value) {
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
    }

    /** Writes a decimal number without making a string of it. */
    private void number(long value) {
        reserve(20);
        if (value < 0) {
            append(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
            return;
        }
        int digits = digits(value);
        long rest = value;
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
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
