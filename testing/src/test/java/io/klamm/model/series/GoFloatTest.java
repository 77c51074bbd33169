package io.klamm.model.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.series.GoFloat.Form;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GoFloatTest {

    private static final int RANDOM_CASES = Integer.getInteger("klamm.deep.cases", 4_000);

    @Test
    void forms_ofOneNumber() {
        assertThat(all(0)).isEqualTo("0 0e+00 0 0");
        assertThat(all(-0.0)).isEqualTo("-0 -0e+00 -0 -0");
        assertThat(all(1)).isEqualTo("1 1e+00 1 1");
        assertThat(all(-12.5)).isEqualTo("-12.5 -1.25e+01 -12.5 -12.5");
        assertThat(all(100)).isEqualTo("100 1e+02 100 100");
        assertThat(all(123456)).isEqualTo("123456 1.23456e+05 123456 123456");
        assertThat(all(1e6)).isEqualTo("1000000 1e+06 1e+06 1000000");
        assertThat(all(0.0001)).isEqualTo("0.0001 1e-04 0.0001 0.0001");
        assertThat(all(1.5e-5)).isEqualTo("0.000015 1.5e-05 1.5e-05 0.000015");
        assertThat(all(1e-6)).isEqualTo("0.000001 1e-06 1e-06 0.000001");
        assertThat(all(1e-7)).isEqualTo("0.0000001 1e-07 1e-07 1e-07");
        assertThat(all(0.3)).isEqualTo("0.3 3e-01 0.3 0.3");
        assertThat(all(0.1 + 0.2))
                .isEqualTo("0.30000000000000004 3.0000000000000004e-01 0.30000000000000004 0.30000000000000004");
    }

    @Test
    void borders_ofTheApi() {
        assertThat(GoFloat.format(1e21, Form.API)).isEqualTo("1e+21");
        assertThat(GoFloat.format(Math.nextDown(1e21), Form.API)).isEqualTo("999999999999999900000");
        assertThat(GoFloat.format(9.99e-7, Form.API)).isEqualTo("9.99e-07");
        assertThat(GoFloat.format(Double.MAX_VALUE, Form.API)).isEqualTo("1.7976931348623157e+308");
        assertThat(GoFloat.format(Double.MIN_VALUE, Form.API)).isEqualTo("5e-324");
    }

    @Test
    void notNumbers_haveGosNames() {
        assertThat(all(Double.NaN)).isEqualTo("NaN NaN NaN NaN");
        assertThat(all(StaleMarker.VALUE)).isEqualTo("NaN NaN NaN NaN");
        assertThat(all(Double.POSITIVE_INFINITY)).isEqualTo("+Inf +Inf +Inf +Inf");
        assertThat(all(Double.NEGATIVE_INFINITY)).isEqualTo("-Inf -Inf -Inf -Inf");
    }

    /** Cases at which the JDK's own text was longer than it had to be before its version 19, or which are hard for other methods. */
    @Test
    void hardCases_areShortest() {
        assertThat(GoFloat.format(0.002, Form.PLAIN)).isEqualTo("0.002");
        assertThat(GoFloat.format(Double.parseDouble("2e23"), Form.SCIENTIFIC)).isEqualTo("2e+23");
        assertThat(GoFloat.format(Double.parseDouble("1e23"), Form.SCIENTIFIC)).isEqualTo("1e+23");
        assertThat(GoFloat.format(1L << 53, Form.PLAIN)).isEqualTo("9007199254740992");
        assertThat(GoFloat.format(Double.MIN_NORMAL, Form.SCIENTIFIC)).isEqualTo("2.2250738585072014e-308");
        assertThat(GoFloat.format(Double.MIN_VALUE * 2, Form.SCIENTIFIC)).isEqualTo("1e-323");
        assertThat(GoFloat.format(9.5367431640625E-7, Form.SCIENTIFIC)).isEqualTo("9.5367431640625e-07");
    }

    @Test
    void randomDoubles_readBack_noShorterTextDoes_andTheNearestIsTaken() {
        long seed = 20_261_124;
        Random random = new Random(seed);
        for (int i = 0; i < RANDOM_CASES; i++) {
            double value = randomDouble(random, i);
            String text = GoFloat.format(value, Form.SCIENTIFIC);
            assertThat(Double.parseDouble(text)).as("seed %s: %s", seed, text).isEqualTo(value);
            assertThat(new BigDecimal(text)).as("seed %s", seed).isEqualByComparingTo(shortest(value));
            assertThat(Double.parseDouble(GoFloat.format(value, Form.PLAIN))).isEqualTo(value);
            assertThat(GoFloat.format(value, Form.API).length()).isLessThanOrEqualTo(GoFloat.MAX_SHORT);
        }
    }

    private static double randomDouble(Random random, int i) {
        double any;
        do {
            any = Double.longBitsToDouble(random.nextLong());
        } while (Double.isNaN(any) || Double.isInfinite(any) || any == 0);
        return switch (i % 5) {
            case 0 -> any;
            case 1 -> Math.scalb(random.nextBoolean() ? 1.0 : -1.0, random.nextInt(2098) - 1074);
            case 2 -> Math.round(random.nextDouble() * 1e9) / 1000.0 + 0.001;
            case 3 -> random.nextLong();
            default -> Double.longBitsToDouble(1 + (random.nextLong() & 0xf_ffff_ffff_ffffL));
        };
    }

    /** By trial: one digit more until it reads back; both roundings of that length are looked at, of two as near the even one is taken. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < 17; digits++) {
            BigDecimal down = exact.round(new MathContext(digits, RoundingMode.DOWN));
            BigDecimal up = exact.round(new MathContext(digits, RoundingMode.UP));
            boolean downReads = down.doubleValue() == value;
            boolean upReads = up.doubleValue() == value;
            if (downReads || upReads) {
                boolean takeDown = downReads && (!upReads || closer(exact, down, up));
                return takeDown ? down : up;
            }
        }
        return exact.round(new MathContext(17, RoundingMode.HALF_EVEN));
    }

    private static boolean closer(BigDecimal exact, BigDecimal one, BigDecimal other) {
        int order = exact.subtract(one).abs().compareTo(other.subtract(exact).abs());
        return order < 0 || (order == 0 && !one.unscaledValue().testBit(0));
    }

    @Test
    void append_isFormat() {
        for (double value : new double[] {0, -0.0, 7, -42, 999_999, 1e6, 0.5, 1e300, Double.NaN}) {
            for (Form form : Form.values()) {
                StringBuilder out = new StringBuilder("x");
                GoFloat.append(out, value, form);
                assertThat(out.toString()).isEqualTo("x" + GoFloat.format(value, form));
            }
        }
    }

    @Test
    void write_intoTheMiddle_saysWhereItEnds() {
        byte[] buffer = new byte[40];
        assertThat(GoFloat.write(-1.25, Form.API, buffer, 3)).isEqualTo(8);
    }

    private static String all(double value) {
        return String.join(
                " ",
                GoFloat.format(value, Form.PLAIN),
                GoFloat.format(value, Form.SCIENTIFIC),
                GoFloat.format(value, Form.GENERAL),
                GoFloat.format(value, Form.API));
    }
}
