package io.klamm.web.alerts;

import io.klamm.model.alert.KeptAlert;
import java.time.Instant;
import java.util.Locale;

/** How it stands with an alert at a time, in one word. */
public enum AlertState {
    FIRING,
    SUPPRESSED,
    RESOLVED;

    /** That of an alert. */
    public static AlertState of(KeptAlert kept, Instant now) {
        if (kept.alert().resolvedAt(now)) {
            return RESOLVED;
        }
        return kept.suppressed() ? SUPPRESSED : FIRING;
    }

    /** In small letters. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
