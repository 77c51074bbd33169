package io.klamm.scrape.check;

import io.klamm.model.series.Labels;
import io.klamm.model.series.MetricType;
import java.util.Set;
import java.util.regex.Pattern;

/** What a sample of OpenMetrics must be, by the type of its family: its labels and its value. */
final class SampleRules {

    private static final Pattern NUMBER =
            Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?|[-+]?[iI][nN][fF]");
    private static final Set<String> COUNTS = Set.of("_bucket", "_count", "_gcount");
    private static final Set<String> NOT_NEGATIVE = Set.of("_total", "_sum", "_count", "_bucket", "_gcount");

    private SampleRules() {}

    /** Why the sample may not be as it is; empty if it may. */
    static String problem(String family, MetricType type, String suffix, Labels labels, double value) {
        String problem = labelProblem(family, type, suffix, labels);
        return problem.isEmpty() ? valueProblem(type, suffix, value) : problem;
    }

    private static String labelProblem(String family, MetricType type, String suffix, Labels labels) {
        return switch (type) {
            case STATESET ->
                labels.has(family) ? "" : "a stateset without label " + family + " (expected: the state in it)";
            case HISTOGRAM, GAUGEHISTOGRAM -> suffix.equals("_bucket") ? boundProblem(labels.get("le")) : "";
            case SUMMARY -> suffix.isEmpty() ? quantileProblem(labels.get("quantile")) : "";
            case COUNTER, GAUGE, INFO, UNKNOWN -> "";
        };
    }

    private static String boundProblem(String le) {
        double bound = number(le);
        boolean good = !Double.isNaN(bound) && (bound != Double.POSITIVE_INFINITY || le.equals("+Inf"));
        return good ? "" : "a bucket with le=\"" + le + "\" (expected: a number, or +Inf)";
    }

    private static String quantileProblem(String quantile) {
        double number = number(quantile);
        return number >= 0 && number <= 1
                ? ""
                : "a summary with quantile=\"" + quantile + "\" (expected: a number from 0 to 1)";
    }

    private static String valueProblem(MetricType type, String suffix, double value) {
        if (type == MetricType.STATESET && value != 0 && value != 1) {
            return "a stateset of another value than 0 and 1";
        }
        if (type == MetricType.INFO && value != 1) {
            return "an info of another value than 1";
        }
        if (type == MetricType.SUMMARY && suffix.isEmpty() && value < 0) {
            return "a negative quantile (expected: 0 or more, or NaN)";
        }
        if (COUNTS.contains(suffix) && (Double.isInfinite(value) || value != Math.rint(value))) {
            return "a count that is not a whole number";
        }
        if (Double.isNaN(value) && (NOT_NEGATIVE.contains(suffix) || suffix.equals("_gsum"))) {
            return "NaN as a count or a sum";
        }
        return value < 0 && NOT_NEGATIVE.contains(suffix) ? "a negative count or sum" : "";
    }

    /** The number that a label's value is; NaN if it is none. */
    static double number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Double.NaN;
        }
        int sign = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        if (Character.isLetter(text.charAt(sign))) {
            return text.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(text);
    }
}
