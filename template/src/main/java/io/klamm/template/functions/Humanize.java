package io.klamm.template.functions;

import io.klamm.template.format.GoFloat;
import io.klamm.template.format.GoPrintf;
import java.util.List;

/** Numbers for people, as Prometheus writes them. */
final class Humanize {

    private static final List<String> LARGE = List.of("k", "M", "G", "T", "P", "E", "Z", "Y");
    private static final List<String> SMALL = List.of("m", "u", "n", "p", "f", "a", "z", "y");
    private static final List<String> BINARY = List.of("ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi", "Yi");

    private Humanize() {}

    /** With the prefixes of the SI: {@code 1.234k}. */
    static String si(double value) {
        if (plain(value)) {
            return short4(value);
        }
        return Math.abs(value) >= 1 ? larger(value, 1000, LARGE) : smaller(value);
    }

    /** With the prefixes of powers of 1024: {@code 1.5Mi}. */
    static String binary(double value) {
        boolean small = Math.abs(value) <= 1 || Double.isNaN(value) || Double.isInfinite(value);
        return small ? short4(value) : larger(value, 1024, BINARY);
    }

    private static String larger(double value, double base, List<String> prefixes) {
        String prefix = "";
        double rest = value;
        for (int i = 0; i < prefixes.size() && Math.abs(rest) >= base; i++) {
            prefix = prefixes.get(i);
            rest /= base;
        }
        return short4(rest) + prefix;
    }

    private static String smaller(double value) {
        String prefix = "";
        double rest = value;
        for (int i = 0; i < SMALL.size() && Math.abs(rest) < 1; i++) {
            prefix = SMALL.get(i);
            rest *= 1000;
        }
        return short4(rest) + prefix;
    }

    /** A part of one in hundredths: {@code 12.34%}. */
    static String percentage(double value) {
        return short4(value * 100) + "%";
    }

    /** Seconds: {@code 1d 2h 3m 4s}; below a minute with decimals or a prefix of the SI. */
    static String duration(double seconds) {
        if (Double.isNaN(seconds) || Double.isInfinite(seconds)) {
            return short4(seconds);
        }
        if (seconds == 0) {
            return short4(0) + "s";
        }
        return Math.abs(seconds) >= 1 ? long1(seconds) : smaller(seconds) + "s";
    }

    private static String long1(double value) {
        String sign = value < 0 ? "-" : "";
        double positive = Math.abs(value);
        long whole = (long) positive;
        long days = whole / 86_400;
        long hours = whole / 3_600 % 24;
        long minutes = whole / 60 % 60;
        long seconds = whole % 60;
        if (days > 0) {
            return sign + days + "d " + hours + "h " + minutes + "m " + seconds + "s";
        }
        if (hours > 0) {
            return sign + hours + "h " + minutes + "m " + seconds + "s";
        }
        return minutes > 0 ? sign + minutes + "m " + seconds + "s" : sign + short4(positive) + "s";
    }

    private static boolean plain(double value) {
        return value == 0 || Double.isNaN(value) || Double.isInfinite(value);
    }

    private static String short4(double value) {
        return GoPrintf.format("%.4g", List.of(value));
    }

    /** As {@code %v}. */
    static String shortest(double value) {
        return GoFloat.shortest(value);
    }
}
