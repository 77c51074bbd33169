package io.klamm.web.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes a request's target apart. Strict: what is not well-formed UTF-8 in percent-encoding is refused. */
public final class Uri {

    private Uri() {}

    /** The segments of a raw path, decoded; an encoded slash stays within its segment. */
    public static List<String> segments(String rawPath) throws Refused {
        List<String> segments = new ArrayList<>();
        for (String segment : rawPath.split("/", -1)) {
            segments.add(decode(segment, false));
        }
        return segments;
    }

    /** Percent-decodes a segment of a path, or a part of a query, in which a plus is a blank. */
    public static String decode(String raw, boolean query) throws Refused {
        if (raw.indexOf('%') < 0 && raw.indexOf('+') < 0 && isAscii(raw)) {
            return raw;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int at = 0; at < raw.length(); at++) {
            char c = raw.charAt(at);
            if (c == '%') {
                bytes.write(octet(raw, at));
                at += 2;
            } else if (c == '+' && query) {
                bytes.write(' ');
            } else if (c > 0x7f) {
                throw new Refused(ApiError.badRequest("request target: bytes beyond ASCII (expected: %-encoding)"));
            } else {
                bytes.write(c);
            }
        }
        return utf8(bytes.toByteArray());
    }

    private static boolean isAscii(String raw) {
        return raw.chars().allMatch(c -> c <= 0x7f);
    }

    private static int octet(String raw, int at) throws Refused {
        int high = at + 1 < raw.length() ? Character.digit(raw.charAt(at + 1), 16) : -1;
        int low = at + 2 < raw.length() ? Character.digit(raw.charAt(at + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw new Refused(
                    ApiError.badRequest("request target: incomplete %-encoding (expected: % and two hex digits)"));
        }
        return high * 16 + low;
    }

    private static String utf8(byte[] bytes) throws Refused {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refused(ApiError.badRequest("request target: not UTF-8 (expected: %-encoded UTF-8)"));
        }
    }
}
