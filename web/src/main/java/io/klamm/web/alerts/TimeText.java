package io.klamm.web.alerts;

import io.klamm.web.http.ApiError;
import io.klamm.web.http.Refused;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Times as requests write them: RFC 3339, or seconds since 1970. */
final class TimeText {

    private TimeText() {}

    /** The time of a parameter or field; {@code otherwise} where it is not given. */
    static Instant of(String name, @Nullable String text, Instant otherwise) throws Refused {
        return text == null ? otherwise : of(name, text);
    }

    static Instant of(String name, String text) throws Refused {
        try {
            if (text.matches("\\d{1,12}(\\.\\d{1,9})?")) {
                return Instant.ofEpochMilli(
                        new BigDecimal(text).movePointRight(3).longValue());
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Refused(ApiError.badRequest(
                    name + ": " + text + " (expected: RFC 3339, such as 2026-11-24T09:30:00Z, or seconds)"));
        }
    }
}
