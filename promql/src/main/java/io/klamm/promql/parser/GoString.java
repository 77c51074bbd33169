package io.klamm.promql.parser;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Resolves the quotes and escapes of a text that {@link StringScanner} has found good. */
final class GoString {

    /** What stands for byte 0 where bytes are no UTF-8; only those from 0x80 on occur. */
    private static final char BYTES = 0xdc00;

    private GoString() {}

    /**
     * The text that a quoted one stands for. Escaped bytes that are not UTF-8 together become halves of surrogate pairs from U+DC80 to U+DCFF, which no other
     * text has: so they can be told from good ones, and be written again as they were.
     */
    static String unquote(String quoted) {
        String inner = quoted.substring(1, quoted.length() - 1);
        if (quoted.charAt(0) == '`' || inner.indexOf('\\') < 0) {
            return inner;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(inner.length());
        for (int i = 0; i < inner.length(); ) {
            i = inner.charAt(i) == '\\' ? escape(inner, i + 1, bytes) : plain(inner, i, bytes);
        }
        return decode(bytes.toByteArray());
    }

    private static String decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        for (CoderResult result = decoder.decode(in, out, true);
                result.isError();
                result = decoder.decode(in, out, true)) {
            for (int i = 0; i < result.length(); i++) {
                out.put((char) (BYTES + (in.get() & 0xff)));
            }
        }
        return out.flip().toString();
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
