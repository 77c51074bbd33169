package io.klamm.tsdb.files;

import java.nio.charset.StandardCharsets;

/**
 * Texts as bytes: UTF-8, and for a surrogate without its other half, which UTF-8 has no place for, the three bytes that it would have. So every text comes back as it
 * was; two that differ never become one.
 */
public final class Text {

    private Text() {}

    public static byte[] encode(String text) {
        return wellFormed(text) ? text.getBytes(StandardCharsets.UTF_8) : encodeLoosely(text);
    }

    public static String decode(byte[] bytes, int offset, int length) {
        for (int i = offset; i + 1 < offset + length; i++) {
            if (bytes[i] == (byte) 0xED && (bytes[i + 1] & 0xE0) == 0xA0) {
                return decodeLoosely(bytes, offset, length);
            }
        }
        return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }

    private static boolean wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static byte[] encodeLoosely(String text) {
        ByteWriter out = new ByteWriter(text.length() * 3);
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                out.putByte(0xED);
                out.putByte(0x80 | ((point >> 6) & 0x3F));
                out.putByte(0x80 | (point & 0x3F));
            } else {
                out.putBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
            i += Character.charCount(point);
        }
        return out.toBytes();
    }

    private static String decodeLoosely(byte[] bytes, int offset, int length) {
        StringBuilder text = new StringBuilder(length);
        int end = offset + length;
        int plain = offset;
        for (int i = offset; i + 2 < end; i++) {
            if (bytes[i] == (byte) 0xED && (bytes[i + 1] & 0xE0) == 0xA0) {
                text.append(new String(bytes, plain, i - plain, StandardCharsets.UTF_8));
                text.append((char) (0xD000 | ((bytes[i + 1] & 0x3F) << 6) | (bytes[i + 2] & 0x3F)));
                plain = i + 3;
                i += 2;
            }
        }
        return text.append(new String(bytes, plain, end - plain, StandardCharsets.UTF_8))
                .toString();
    }
}
