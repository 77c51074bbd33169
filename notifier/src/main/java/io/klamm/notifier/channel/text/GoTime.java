package io.klamm.notifier.channel.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as Go writes them in JSON: RFC 3339 in UTC, with no more digits of a second than it takes. */
public final class GoTime {

    /** What stands for no time at all. */
    public static final String NONE = "0001-01-01T00:00:00Z";

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private GoTime() {}

    /** For example {@code 2026-11-24T17:25:00.25Z}. */
    public static String text(Instant time) {
        return FORMAT.format(time.atOffset(ZoneOffset.UTC));
    }
}
