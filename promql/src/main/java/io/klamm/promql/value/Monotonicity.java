package io.klamm.promql.value;

import io.klamm.model.series.GoFloat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;

/** How far buckets had to be raised to be monotonic, over all histograms and times of a query. Times in milliseconds since the epoch. */
record Monotonicity(long from, long to, double lowest, double highest, double most, int histograms) {

    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

    Monotonicity and(Monotonicity other) {
        return new Monotonicity(
                Math.min(from, other.from),
                Math.max(to, other.to),
                Math.min(lowest, other.lowest),
                Math.max(highest, other.highest),
                Math.max(most, other.most),
                histograms + other.histograms);
    }

    String text() {
        return ", from buckets " + GoFloat.format(lowest, GoFloat.Form.GENERAL) + " to "
                + GoFloat.format(highest, GoFloat.Form.GENERAL) + ", with a max diff of " + twoDigits(most) + ", over "
                + histograms + " samples from " + second(from) + " to " + second(to);
    }

    private static Instant second(long millis) {
        return Instant.ofEpochSecond(millis / 1000);
    }

    /** As Go's {@code %.2g}: two digits, and an exponent as soon as they do not reach the point. */
    static String twoDigits(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return GoFloat.format(value, GoFloat.Form.GENERAL);
        }
        double rounded = new BigDecimal(value).round(TWO_DIGITS).doubleValue();
        boolean plain = Math.abs(rounded) < 100 && Math.abs(rounded) >= 0.0001;
        return GoFloat.format(rounded, plain ? GoFloat.Form.PLAIN : GoFloat.Form.SCIENTIFIC);
    }
}
