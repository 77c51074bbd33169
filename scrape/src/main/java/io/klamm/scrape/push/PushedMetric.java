package io.klamm.scrape.push;

import io.klamm.model.series.Labels;
import io.klamm.storage.remote.wire.ProtoReader;
import io.klamm.storage.remote.wire.WireException;
import java.math.BigDecimal;

/** Reads one message {@code Metric} into the samples that the text format has for it. */
final class PushedMetric {

    private static final String SUM = "_sum";
    private static final String COUNT = "_count";
    private static final int PLAIN_DIGITS = 6;
    private static final int PLAIN_ZEROS = 4;

    private final String family;
    private final Gathered gathered;
    private Labels labels = Labels.EMPTY;

    PushedMetric(String family, Gathered gathered) {
        this.family = family;
        this.gathered = gathered;
    }

    /** @param reader that has gone into the message */
    void read(ProtoReader reader) throws WireException, PushRefusedException {
        labels = PushProtobuf.labels(reader);
        while (reader.next()) {
            switch (reader.field()) {
                // A gauge, a counter, and what is untyped.
                case 2, 3, 5 -> sample("", plain(reader));
                case 4 -> summary(reader);
                case 6 -> throw PushRefusedException.bad("pushed metrics must not have timestamps");
                case 7 -> histogram(reader);
                default -> reader.skip();
            }
        }
    }

    private void sample(String suffix, double value) throws PushRefusedException {
        gathered.sample(family, labels.with(Labels.NAME, family + suffix), value);
    }

    private void sample(String suffix, String label, double bound, double value) throws PushRefusedException {
        gathered.sample(family, labels.with(Labels.NAME, family + suffix).with(label, text(bound)), value);
    }

    private static double plain(ProtoReader reader) throws WireException {
        double value = 0;
        int outer = reader.enter();
        while (reader.next()) {
            if (reader.field() == 1) {
                value = reader.float64();
            } else {
                reader.skip();
            }
        }
        reader.leave(outer);
        return value;
    }

    private void summary(ProtoReader reader) throws WireException, PushRefusedException {
        double count = 0;
        double sum = 0;
        int outer = reader.enter();
        while (reader.next()) {
            switch (reader.field()) {
                case 1 -> count = unsigned(reader.varint());
                case 2 -> sum = reader.float64();
                case 3 -> quantile(reader);
                default -> reader.skip();
            }
        }
        reader.leave(outer);
        sample(SUM, sum);
        sample(COUNT, count);
    }

    private void quantile(ProtoReader reader) throws WireException, PushRefusedException {
        double quantile = 0;
        double value = 0;
        int outer = reader.enter();
        while (reader.next()) {
            switch (reader.field()) {
                case 1 -> quantile = reader.float64();
                case 2 -> value = reader.float64();
                default -> reader.skip();
            }
        }
        reader.leave(outer);
        sample("", "quantile", quantile, value);
    }

    private void histogram(ProtoReader reader) throws WireException, PushRefusedException {
        double count = 0;
        double sum = 0;
        boolean endless = false;
        int outer = reader.enter();
        while (reader.next()) {
            switch (reader.field()) {
                case 1 -> count = unsigned(reader.varint());
                case 2 -> sum = reader.float64();
                case 3 -> endless |= bucket(reader);
                case 4 -> count = reader.float64();
                default -> reader.skip();
            }
        }
        reader.leave(outer);
        if (!endless) {
            sample("_bucket", "le", Double.POSITIVE_INFINITY, count);
        }
        sample(SUM, sum);
        sample(COUNT, count);
    }

    /** Whether it is the one without an upper bound. */
    private boolean bucket(ProtoReader reader) throws WireException, PushRefusedException {
        double count = 0;
        double bound = 0;
        int outer = reader.enter();
        while (reader.next()) {
            switch (reader.field()) {
                case 1 -> count = unsigned(reader.varint());
                case 2 -> bound = reader.float64();
                case 4 -> count = reader.float64();
                default -> reader.skip();
            }
        }
        reader.leave(outer);
        sample("_bucket", "le", bound, count);
        return bound == Double.POSITIVE_INFINITY;
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : ((value >>> 1) | (value & 1)) * 2.0;
    }

    /** A bound as Go's clients write it, for the label has to be the same whichever format a program pushes: {@code 0.5}, {@code 1e+06}, {@code +Inf}. */
    static String text(double bound) {
        if (Double.isNaN(bound)) {
            return "NaN";
        }
        if (Double.isInfinite(bound)) {
            return bound > 0 ? "+Inf" : "-Inf";
        }
        if (bound == 0) {
            return "0";
        }
        BigDecimal shortest = BigDecimal.valueOf(bound).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= -PLAIN_ZEROS && exponent < PLAIN_DIGITS) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return (bound < 0 ? "-" : "") + mantissa + "e" + (exponent < 0 ? "-" : "+")
                + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }
}
