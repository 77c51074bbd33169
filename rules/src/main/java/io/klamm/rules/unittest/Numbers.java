package io.klamm.rules.unittest;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/** Numbers and times as YAML has them. */
final class Numbers {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private Numbers() {}

    static Optional<Double> parse(String text) {
        String bare = text.toLowerCase(Locale.ROOT).replace(".", "").replace("+", "");
        return switch (bare) {
            case "nan" -> Optional.of(Double.NaN);
            case "inf" -> Optional.of(Double.POSITIVE_INFINITY);
            case "-inf" -> Optional.of(Double.NEGATIVE_INFINITY);
            default -> finite(text);
        };
    }

    private static Optional<Double> finite(String text) {
        try {
            return Optional.of(new BigDecimal(text).doubleValue());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Optional<Instant> parseTime(String text) {
        try {
            return Optional.of(
                    Instant.ofEpochMilli(new BigDecimal(text).multiply(THOUSAND).longValue()));
        } catch (NumberFormatException notSeconds) {
            return date(text);
        }
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
