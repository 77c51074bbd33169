package io.klamm.template.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** A layout of Go, which says by the example of {@code Mon Jan 2 15:04:05 MST 2006} how a time is written. */
public final class GoLayout {

    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

    private final String layout;

    public GoLayout(String layout) {
        this.layout = layout;
    }

    /** The text of a time in a zone. */
    public String format(Instant time, ZoneId zone) {
        ZonedDateTime at = time.atZone(zone);
        StringBuilder text = new StringBuilder();
        int from = 0;
        while (from < layout.length()) {
            LayoutPart part = LayoutPart.at(layout, from);
            text.append(part == null ? String.valueOf(layout.charAt(from)) : part.format(at));
            from += part == null ? 1 : part.length();
        }
        return text.toString();
    }

    /** A zone's short name: {@code UTC}, {@code KST}, or its offset where it has none. */
    static String zoneName(ZonedDateTime at) {
        if (at.getZone() instanceof ZoneOffset offset) {
            return offset.getTotalSeconds() == 0 ? "UTC" : at.format(DateTimeFormatter.ofPattern("xx", Locale.ROOT));
        }
        return named(at);
    }

    private static String named(ZonedDateTime at) {
        String name = at.format(ZONE);
        return name.equals("Z")
                        || at.getZone()
                                .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                                .equals("Z")
                ? "UTC"
                : name;
    }
}
