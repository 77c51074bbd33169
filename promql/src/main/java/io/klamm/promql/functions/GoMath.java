package io.klamm.promql.functions;

/** Arithmetic where Go, and so Prometheus, differs from {@link Math}. */
public final class GoMath {

    private static final double LN2 = Math.log(2);
    private static final double LARGE = 0x1p28;

    private GoMath() {}

    /** The greater; not a number if one of them is none, unless the other is the greatest there is. */
    public static double max(double a, double b) {
        return a == Double.POSITIVE_INFINITY || b == Double.POSITIVE_INFINITY
                ? Double.POSITIVE_INFINITY
                : Math.max(a, b);
    }

    /** The lesser; not a number if one of them is none, unless the other is the least there is. */
    public static double min(double a, double b) {
        return a == Double.NEGATIVE_INFINITY || b == Double.NEGATIVE_INFINITY
                ? Double.NEGATIVE_INFINITY
                : Math.min(a, b);
    }

    /** A power; of 1 always 1, and of -1 also for infinite exponents. */
    public static double pow(double base, double exponent) {
        boolean one = base == 1 || (base == -1 && Double.isInfinite(exponent));
        return one ? 1 : Math.pow(base, exponent);
    }

    /** The logarithm to base 2, exact for powers of it. */
    static double log2(double x) {
        if (!(x > 0) || Double.isInfinite(x)) {
            return Math.log(x);
        }
        int exponent = Math.getExponent(x);
        if (exponent < Double.MIN_EXPONENT) {
            return log2(x * 0x1p54) - 54;
        }
        double fraction = x / Math.scalb(1.0, exponent);
        return fraction == 1 ? exponent : exponent + Math.log(fraction) / LN2;
    }

    static double asinh(double x) {
        double a = Math.abs(x);
        double result;
        if (a > LARGE) {
            result = Math.log(a) + LN2;
        } else if (a > 2) {
            result = Math.log(2 * a + 1 / (Math.sqrt(a * a + 1) + a));
        } else {
            result = Math.log1p(a + a * a / (1 + Math.sqrt(1 + a * a)));
        }
        return Math.copySign(result, x);
    }

    static double acosh(double x) {
        if (x < 1 || Double.isNaN(x)) {
            return Double.NaN;
        }
        if (x >= LARGE) {
            return Math.log(x) + LN2;
        }
        double t = x - 1;
        return x > 2 ? Math.log(2 * x - 1 / (x + Math.sqrt(x * x - 1))) : Math.log1p(t + Math.sqrt(2 * t + t * t));
    }

    static double atanh(double x) {
        double a = Math.abs(x);
        double result = a < 0.5 ? 0.5 * Math.log1p(2 * a + 2 * a * a / (1 - a)) : 0.5 * Math.log1p(2 * a / (1 - a));
        return a > 1 ? Double.NaN : Math.copySign(result, x);
    }
}
