package io.klamm.notifier.channel.text;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/**
 * What becomes of the letters that mean something to whoever shows a text, where they stand in labels and annotations: those come from elsewhere, and must not
 * make links or call people.
 */
public enum Escape {
    /** Nothing: the text is shown as it is. */
    NONE,
    /** As in HTML, quotes too. */
    HTML,
    /** As within the quotes of a string of JSON. */
    JSON,
    /** As Slack wants it: {@code &}, {@code <} and {@code >}. */
    SLACK;

    /** The text, to be shown as it is. */
    public String apply(String text) {
        return switch (this) {
            case NONE -> text;
            case JSON -> new String(JsonStringEncoder.getInstance().quoteAsString(text));
            case SLACK -> angles(text);
            case HTML -> angles(text).replace("\"", "&#34;").replace("'", "&#39;");
        };
    }

    /** Whether a text has marks in pairs, so that it cannot be cut anywhere. */
    boolean marked() {
        return this == HTML;
    }

    private static String angles(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
