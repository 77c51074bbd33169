package io.klamm.web.exposition;

import java.nio.charset.StandardCharsets;

/** Labels as the text formats write them. */
public final class LabelText {

    private LabelText() {}

    /** {@code name="value",name="value"} in UTF-8, of names and values in turn. A half of a surrogate pair becomes a question mark. */
    static byte[] labels(String... namesAndValues) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            text.append(i == 0 ? "" : ",")
                    .append(namesAndValues[i])
                    .append("=\"")
                    .append(escape(namesAndValues[i + 1]))
                    .append('"');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A label's value as it stands between its quotes. */
    public static String escape(String value) {
        if (value.indexOf('\\') < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0) {
            return value;
        }
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
