package io.klamm.template.format;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Text made harmless for HTML, JavaScript and the query of a URL. */
public final class GoEscape {

    private static final String UNRESERVED = "-_.~";

    private GoEscape() {}

    public static String html(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.chars().forEach(c -> html(escaped, (char) c));
        return escaped.toString();
    }

    private static void html(StringBuilder into, char c) {
        switch (c) {
            case '<' -> into.append("&lt;");
            case '>' -> into.append("&gt;");
            case '&' -> into.append("&amp;");
            case '"' -> into.append("&#34;");
            case '\'' -> into.append("&#39;");
            case '\0' -> into.append('\uFFFD');
            default -> into.append(c);
        }
    }

    public static String javascript(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.chars().forEach(c -> javascript(escaped, (char) c));
        return escaped.toString();
    }

    private static void javascript(StringBuilder into, char c) {
        switch (c) {
            case '\\', '\'', '"' -> into.append('\\').append(c);
            case '<', '>', '&', '=' -> into.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
            default -> into.append(c < ' ' ? String.format(Locale.ROOT, "\\u%04X", (int) c) : String.valueOf(c));
        }
    }

    /** As the value of a query's parameter: blanks as plus. */
    public static String query(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            query(escaped, (char) (b & 0xff));
        }
        return escaped.toString();
    }

    private static void query(StringBuilder into, char c) {
        boolean plain = c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
        if (plain) {
            into.append(c);
        } else {
            into.append(c == ' ' ? "+" : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
    }
}
