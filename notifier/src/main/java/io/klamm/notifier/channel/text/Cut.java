package io.klamm.notifier.channel.text;

import java.nio.charset.StandardCharsets;

/** Cuts texts to what a service takes. */
public final class Cut {

    private static final String ELLIPSIS = "…";

    private Cut() {}

    /** At most so many UTF-16 characters, the last of them an ellipsis where some are missing; no code point is torn. */
    public static String to(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Math.max(0, limit - ELLIPSIS.length());
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + (limit > 0 ? ELLIPSIS : "");
    }

    /** How many bytes a text takes in UTF-8. */
    public static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
