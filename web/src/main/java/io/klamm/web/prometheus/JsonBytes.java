package io.klamm.web.prometheus;

import io.klamm.model.series.GoFloat;
import io.klamm.model.series.Labels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes into which JSON is written as the API writes it: numbers in few digits, times in seconds. For one thread. */
final class JsonBytes {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[1024];
    private int length;

    int length() {
        return length;
    }

    /** Text that is JSON already, in ASCII. */
    JsonBytes raw(String ascii) {
        reserve(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    JsonBytes raw(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /** A text in quotes. */
    JsonBytes text(String text) {
        raw('"');
        int clean = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\' || c >= 0x80) {
                ascii(text, clean, i);
                clean = i + 1;
                if (c >= 0x80) {
                    int point = text.codePointAt(i);
                    utf8(point);
                    i += Character.charCount(point) - 1;
                    clean = i + 1;
                } else {
                    escape(c);
                }
            }
        }
        ascii(text, clean, text.length());
        return raw('"');
    }

    private void ascii(String text, int from, int to) {
        reserve(to - from);
        for (int i = from; i < to; i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> raw("\\\"");
            case '\\' -> raw("\\\\");
            case '\n' -> raw("\\n");
            case '\r' -> raw("\\r");
            case '\t' -> raw("\\t");
            default -> {
                raw("\\u00");
                reserve(2);
                bytes[length++] = HEX[c >> 4];
                bytes[length++] = HEX[c & 15];
            }
        }
    }

    private void utf8(int point) {
        reserve(4);
        if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            // Half a pair is no character: what stands for one that cannot be shown.
            utf8(0xFFFD);
        } else if (point < 0x800) {
            bytes[length++] = (byte) (0xC0 | point >> 6);
            bytes[length++] = (byte) (0x80 | (point & 0x3F));
        } else if (point < 0x10000) {
            bytes[length++] = (byte) (0xE0 | point >> 12);
            bytes[length++] = (byte) (0x80 | (point >> 6 & 0x3F));
            bytes[length++] = (byte) (0x80 | (point & 0x3F));
        } else {
            bytes[length++] = (byte) (0xF0 | point >> 18);
            bytes[length++] = (byte) (0x80 | (point >> 12 & 0x3F));
            bytes[length++] = (byte) (0x80 | (point >> 6 & 0x3F));
            bytes[length++] = (byte) (0x80 | (point & 0x3F));
        }
    }

    JsonBytes number(long value) {
        return raw(Long.toString(value));
    }

    /** A time in milliseconds as seconds; a fraction has three digits. */
    JsonBytes time(long millis) {
        long rest = Math.abs(millis % 1000);
        if (millis < 0 && millis > -1000) {
            raw('-');
        }
        number(millis / 1000);
        if (rest != 0) {
            raw('.');
            reserve(3);
            bytes[length++] = (byte) ('0' + rest / 100);
            bytes[length++] = (byte) ('0' + rest / 10 % 10);
            bytes[length++] = (byte) ('0' + rest % 10);
        }
        return this;
    }

    /** A sample's value, in quotes. */
    JsonBytes value(double value) {
        reserve(GoFloat.MAX_SHORT + 2);
        bytes[length++] = '"';
        length = GoFloat.write(value, GoFloat.Form.API, bytes, length);
        bytes[length++] = '"';
        return this;
    }

    /** {@code [time,"value"]}. */
    JsonBytes sample(long millis, double value) {
        return raw('[').time(millis).raw(',').value(value).raw(']');
    }

    JsonBytes labels(Labels labels) {
        raw('{');
        for (int i = 0; i < labels.size(); i++) {
            if (i > 0) {
                raw(',');
            }
            text(labels.name(i)).raw(':').text(labels.value(i));
        }
        return raw('}');
    }

    JsonBytes texts(Iterable<String> texts) {
        raw('[');
        boolean first = true;
        for (String text : texts) {
            if (!first) {
                raw(',');
            }
            first = false;
            text(text);
        }
        return raw(']');
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), (int)
                    Math.min(bytes.length * 2L, Integer.MAX_VALUE - 8)));
        }
    }
}
