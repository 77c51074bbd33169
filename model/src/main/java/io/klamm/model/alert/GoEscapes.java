package io.klamm.model.alert;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** The inside of a text in double quotes, as Go escapes it. For one thread. */
final class GoEscapes {

    private static final String NAMES = "abfnrtv\\\"";
    private static final byte[] BYTES = {7, 8, 12, 10, 13, 9, 11, '\\', '"'};

    private final String text;
    private final Supplier<IllegalArgumentException> error;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int at;

    private GoEscapes(String text, Supplier<IllegalArgumentException> error) {
        this.text = text;
        this.error = error;
    }

    /** The text without escapes; throws the error for one that is no escape, or if what comes of them is no UTF-8. */
    static String read(String text, Supplier<IllegalArgumentException> error) {
        return text.indexOf('\\') < 0 ? text : new GoEscapes(text, error).read();
    }

    private String read() {
        while (at < text.length()) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            if (point == '\\') {
                escape();
            } else {
                write(point);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(out.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw error.get();
        }
    }

    private void write(int point) {
        out.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
    }

    private void escape() {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        int named = NAMES.indexOf(c);
        if (named >= 0) {
            out.write(BYTES[named]);
            return;
        }
        switch (c) {
            case 'x' -> out.write(number(2, 16, 0xff));
            case 'u' -> write(number(4, 16, 0xffff));
            case 'U' -> write(number(8, 16, Character.MAX_CODE_POINT));
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                at--;
                out.write(number(3, 8, 0xff));
            }
            default -> throw error.get();
        }
    }

    private int number(int digits, int radix, int most) {
        int end = at + digits;
        if (end > text.length()) {
            throw error.get();
        }
        long value = 0;
        while (at < end) {
            int digit = Character.digit(text.charAt(at++), radix);
            value = digit < 0 ? Long.MAX_VALUE / 64 : value * radix + digit;
        }
        if (value > most || (value >= 0xd800 && value <= 0xdfff)) {
            throw error.get();
        }
        return (int) value;
    }
}
