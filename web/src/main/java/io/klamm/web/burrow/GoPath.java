package io.klamm.web.burrow;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Reads and writes the paths of requests as Go's library does. */
final class GoPath {

    private static final String PLAIN = "-_.~$&+,/:;=@";
    private static final String HEX = "0123456789ABCDEF";

    private GoPath() {}

    /** A path as it was sent, each character an octet, with its percent signs decoded. What is no UTF-8 is replaced. */
    static Optional<String> decode(String raw) {
        return decode(raw.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A name with its percent signs decoded. */
    static Optional<String> unescape(String name) {
        return decode(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for a percent sign without two hex digits behind it. */
    private static Optional<String> decode(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                out.write(bytes[i]);
                continue;
            }
            int octet = i + 2 < bytes.length ? hex(bytes[i + 1]) * 16 + hex(bytes[i + 2]) : -1;
            if (octet < 0 || hex(bytes[i + 2]) < 0) {
                return Optional.empty();
            }
            out.write(octet);
            i += 2;
        }
        return Optional.of(out.toString(StandardCharsets.UTF_8));
    }

    private static int hex(byte digit) {
        int value = Character.digit(digit, 16);
        // Far below zero, so that no second digit makes it good.
        return value < 0 ? -1000 : value;
    }

    /** A query as it was sent, each character an octet, as it is written into a header. */
    static String ascii(String query) {
        StringBuilder out = new StringBuilder(query.length());
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c > ' ' && c < 0x7f) {
                out.append(c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4 & 0xf)).append(HEX.charAt(c & 0xf));
            }
        }
        return out.toString();
    }

    /** The path as it is written into a header. */
    static String encode(String path) {
        StringBuilder out = new StringBuilder(path.length());
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
            }
        }
        return out.toString();
    }

    /** The shortest path that means the same: without empty parts, {@code .} and {@code ..}, and without a slash at its end. */
    static String clean(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return "/" + String.join("/", parts);
    }

    /** The text as it stands in a page. */
    static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("'", "&#39;");
    }
}
