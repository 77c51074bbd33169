package io.klamm.promql.parser;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Resolves the quotes and escapes of a text that {@link StringScanner} has found good. */
final class GoString {

    private GoString() {}

    /** The text that a quoted one stands for. Escapes of bytes that are not UTF-8 together become the replacement character. */
    static String unquote(String quoted) {
        String inner = quoted.substring(1, quoted.length() - 1);
        if (quoted.charAt(0) == '`' || inner.indexOf('\\') < 0) {
            return inner;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(inner.length());
        for (int i = 0; i < inner.length(); ) {
            i = inner.charAt(i) == '\\' ? escape(inner, i + 1, bytes) : plain(inner, i, bytes);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int plain(String text, int at, ByteArrayOutputStream bytes) {
        int point = text.codePointAt(at);
        point(point, bytes);
        return at + Character.charCount(point);
    }

    private static int escape(String text, int at, ByteArrayOutputStream bytes) {
        switch (text.charAt(at)) {
            case 'a' -> bytes.write(0x07);
            case 'b' -> bytes.write('\b');
            case 'f' -> bytes.write('\f');
            case 'n' -> bytes.write('\n');
            case 'r' -> bytes.write('\r');
            case 't' -> bytes.write('\t');
            case 'v' -> bytes.write(0x0b);
            case 'x' -> {
                bytes.write(Integer.parseInt(text, at + 1, at + 3, 16));
                return at + 3;
            }
            case 'u' -> {
                point(Integer.parseInt(text, at + 1, at + 5, 16), bytes);
                return at + 5;
            }
            case 'U' -> {
                point(Integer.parseInt(text, at + 1, at + 9, 16), bytes);
                return at + 9;
            }
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                bytes.write(Integer.parseInt(text, at, at + 3, 8));
                return at + 3;
            }
            default -> bytes.write(text.charAt(at));
        }
        return at + 1;
    }

    private static void point(int point, ByteArrayOutputStream bytes) {
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
    }
}
