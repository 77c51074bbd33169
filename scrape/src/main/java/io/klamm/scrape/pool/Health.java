package io.klamm.scrape.pool;

import java.util.Locale;

/** What the last scrape of a target came to. */
public enum Health {
    /** There was none yet. */
    UNKNOWN,
    UP,
    DOWN;

    /** The word in Prometheus's API: {@code up}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
