package io.klamm.web.exposition;

import java.nio.charset.StandardCharsets;

/** Labels as the text formats write them. */
final class LabelText {

    /** Begins the label of a partition whose number follows. */
    static final byte[] PARTITION = fragment("partition=\"", "", "");

    private LabelText() {}

    /** {@code name="value",} for each pair, and what begins the label of a partition whose number follows. */
    static byte[] labels(String... namesAndValues) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            text.append(namesAndValues[i])
                    .append("=\"")
                    .append(escape(namesAndValues[i + 1]))
                    .append("\",");
        }
        return text.append("partition=\"").toString().getBytes(StandardCharsets.UTF_8);
    }

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
