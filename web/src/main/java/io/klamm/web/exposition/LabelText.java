package io.klamm.web.exposition;

import java.nio.charset.StandardCharsets;

/** Labels as the text formats write them. */
final class LabelText {

    private LabelText() {}

    /** {@code before + escaped value + after} in UTF-8. A half of a surrogate pair becomes a question mark. */
    static byte[] fragment(String before, String value, String after) {
        return (before + escape(value) + after).getBytes(StandardCharsets.UTF_8);
    }

    private static String escape(String value) {
        if (value.indexOf('\\') < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0) {
            return value;
        }
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
