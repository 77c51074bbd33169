package io.klamm.web.prometheus;

import io.klamm.model.series.LabelText;
import io.klamm.promql.ast.Durations;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.OptionalLong;

/** Times and lengths of time as the API's parameters write them: seconds with a fraction, RFC 3339, or {@code 1h30m}. */
final class TimeTexts {

    /** What Go's formatted least and greatest times are; clients send them to mean "all". */
    private static final String MIN_TIME = "-292273086-05-16T16:47:06Z";

    private static final String MAX_TIME = "292277025-08-18T07:12:54.999999999Z";

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE / 4);

    /** Milliseconds that stand for any time at all; far enough from the ends for sums. */
    static final long EARLIEST = Long.MIN_VALUE / 4;

    static final long LATEST = Long.MAX_VALUE / 4;

    private TimeTexts() {}

    /** A parameter's time in milliseconds since the epoch; {@code otherwise} where it is not given. */
    static long time(Parameters parameters, String name, long otherwise) throws ApiProblem {
        String text = parameters.get(name);
        return text.isEmpty()
                ? otherwise
                : time(text)
                        .orElseThrow(() -> ApiProblem.parameter(
                                name, "cannot parse " + LabelText.quote(text) + " to a valid timestamp"));
    }

    /** A parameter's length of time in milliseconds; {@code otherwise} where it is not given. */
    static long duration(Parameters parameters, String name, long otherwise) throws ApiProblem {
        String text = parameters.get(name);
        return text.isEmpty()
                ? otherwise
                : duration(text)
                        .orElseThrow(() -> ApiProblem.parameter(
                                name, "cannot parse " + LabelText.quote(text) + " to a valid duration"));
    }

    private static OptionalLong time(String text) {
        OptionalLong seconds = seconds(text);
        if (seconds.isPresent()) {
            return seconds;
        }
        if (text.equals(MIN_TIME)) {
            return OptionalLong.of(EARLIEST);
        }
        if (text.equals(MAX_TIME)) {
            return OptionalLong.of(LATEST);
        }
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            return OptionalLong.of(instant.toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong duration(String text) {
        OptionalLong seconds = seconds(text);
        if (seconds.isPresent()) {
            return seconds;
        }
        try {
            return OptionalLong.of(Durations.parse(text));
        } catch (IllegalArgumentException e) {
            return OptionalLong.empty();
        }
    }

    /** A number of seconds, rounded to milliseconds; what lies beyond all times is taken as their end. */
    private static OptionalLong seconds(String text) {
        if (text.length() > 64 || !text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
            return OptionalLong.empty();
        }
        BigDecimal millis = new BigDecimal(text).multiply(THOUSAND);
        if (millis.abs().compareTo(LARGEST) > 0) {
            return OptionalLong.of(millis.signum() < 0 ? EARLIEST : LATEST);
        }
        return OptionalLong.of(millis.setScale(0, RoundingMode.HALF_UP).longValue());
    }
}
