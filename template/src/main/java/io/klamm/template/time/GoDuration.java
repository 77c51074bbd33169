package io.klamm.template.time;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations as Go writes them: {@code 1h2m3.5s}. */
public final class GoDuration {

    private static final long SECOND = 1_000_000_000L;

    private GoDuration() {}

    public static String text(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        return duration.isNegative() ? "-" + positive(duration.negated()) : positive(duration);
    }

    private static String positive(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return small(duration.toNanos());
        }
        long hours = duration.toHours();
        long minutes = duration.toMinutesPart();
        String seconds = decimal(duration.toSecondsPart() * SECOND + duration.toNanosPart(), 9) + "s";
        if (hours > 0) {
            return hours + "h" + minutes + "m" + seconds;
        }
        return minutes > 0 ? minutes + "m" + seconds : seconds;
    }

    private static String small(long nanos) {
        if (nanos < 1_000) {
            return nanos + "ns";
        }
        return nanos < 1_000_000 ? decimal(nanos, 3) + "µs" : decimal(nanos, 6) + "ms";
    }

    private static String decimal(long value, int scale) {
        BigDecimal number = BigDecimal.valueOf(value, scale).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0).toPlainString() : number.toPlainString();
    }
}
