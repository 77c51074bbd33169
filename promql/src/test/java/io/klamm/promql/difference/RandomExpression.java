package io.klamm.promql.difference;

import java.util.List;
import java.util.Random;

/** Makes up expressions in the language of Prometheus 2.42 over {@link RandomSeries}. */
final class RandomExpression {

    private static final List<String> METRICS =
            List.of("lag", "lag", "offset_total", "offset_total", "load", "broker_info", "odd", "size_bytes_bucket");
    private static final List<String> LABELS = List.of("group", "topic", "partition", "broker", "le", "kind");
    private static final List<String> OF_COUNTERS = List.of("rate", "rate", "increase", "irate");
    private static final List<String> OVER_TIME = List.of(
            "delta",
            "idelta",
            "changes",
            "resets",
            "deriv",
            "avg_over_time",
            "min_over_time",
            "max_over_time",
            "sum_over_time",
            "count_over_time",
            "stddev_over_time",
            "stdvar_over_time",
            "last_over_time",
            "present_over_time",
            "absent_over_time");
    private static final List<String> POINT =
            List.of("abs", "ceil", "floor", "sgn", "timestamp", "minute", "day_of_week", "year", "cos", "atan", "sort");

    private final Random random;

    RandomExpression(Random random) {
        this.random = random;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String labels() {
        return random.nextBoolean() ? one(LABELS) : one(LABELS) + ", " + one(LABELS);
    }

    String next() {
        return vector(3);
    }

    private String vector(int depth) {
        if (depth == 0) {
            return selector() + modifier();
        }
        return switch (random.nextInt(14)) {
            case 0 -> selector() + modifier();
            case 1, 2, 3, 4 -> overTime(depth);
            case 5, 6, 7 -> aggregation(depth);
            case 8 -> one(POINT) + "(" + vector(depth - 1) + ")";
            case 9 -> withScalar(depth);
            case 10, 11 -> binary(depth);
            case 12 -> special(depth);
            default -> "-" + selector() + modifier();
        };
    }

    private String selector() {
        String metric = one(METRICS);
        return switch (random.nextInt(5)) {
            case 0 -> metric + "{partition=~\"0|1\"}";
            case 1 -> metric + "{topic!=\"t0\"}";
            case 2 -> metric + "{broker=\"b1\"}";
            default -> metric;
        };
    }

    private String modifier() {
        return switch (random.nextInt(10)) {
            case 0 -> " offset " + one(List.of("1m", "13m", "1h"));
            case 1 -> " offset -2m";
            case 2 -> " @ " + (RandomSeries.BEGIN / 1000 + 3607 + 60L * random.nextInt(60));
            case 3 -> " @ end() offset 3m";
            case 4 -> " @ start()";
            default -> "";
        };
    }

    private String range(int depth) {
        String length = one(List.of("1m", "2m", "5m", "17m", "1h"));
        if (random.nextInt(4) == 0) {
            String inner = random.nextBoolean() ? selector() : withoutSubqueries(depth - 1);
            return inner + "[" + one(List.of("5m", "20m")) + ":" + one(List.of("", "10s", "30s", "1m")) + "]"
                    + modifier();
        }
        return selector() + "[" + length + "]" + modifier();
    }

    /** The steps of a subquery within a subquery lie on the edges of its ranges, and the left edge belongs to them only before Prometheus 3. */
    private String withoutSubqueries(int depth) {
        String inner = vector(depth);
        while (inner.contains(":")) {
            inner = vector(depth);
        }
        return "(" + inner + ")";
    }

    /** Near zero, rates are cut off in one way before Prometheus 3 and in another since: so only of counters that are far from it. */
    private String counters() {
        String selector = one(List.of("offset_total", "offset_total{topic=\"t1\"}", "size_bytes_bucket"));
        return selector + "[" + one(List.of("1m", "5m", "17m", "1h")) + "]" + modifier();
    }

    private String overTime(int depth) {
        return switch (random.nextInt(12)) {
            case 0 -> "quantile_over_time(" + one(List.of("0.5", "0.9", "-1", "2")) + ", " + range(depth) + ")";
            case 1 -> "predict_linear(" + selector() + "[17m], 600)";
            case 2, 3, 4, 5 -> one(OF_COUNTERS) + "(" + counters() + ")";
            default -> one(OVER_TIME) + "(" + range(depth) + ")";
        };
    }

    private String aggregation(int depth) {
        String by = one(List.of("", " by (" + labels() + ")", " without (" + labels() + ")"));
        String inner = vector(depth - 1);
        return switch (random.nextInt(12)) {
            case 0 -> "quantile" + by + "(0.7, " + inner + ")";
            case 1 -> one(List.of("topk", "bottomk")) + by + "(2, load)";
            case 2 -> "count_values" + by + "(\"value\", floor(load))";
            case 3 -> "group" + by + "(" + inner + ")";
            case 4 -> one(List.of("stddev", "stdvar")) + by + "(" + one(List.of("lag", "load")) + ")";
            default -> one(List.of("sum", "avg", "min", "max", "count")) + by + "(" + inner + ")";
        };
    }

    private String withScalar(int depth) {
        String operator = one(List.of("+", "-", "*", "/", "^", "> bool", ">", "<=", "!="));
        String scalar = one(List.of("2", "-3", "500", "time()", "scalar(broker_info{broker=\"b0\"})", "(1 + 0.5)"));
        String vector = operator.contains(">") || operator.contains("<") || operator.contains("!")
                ? selector()
                : vector(depth - 1);
        return random.nextBoolean()
                ? "(" + vector + ") " + operator + " " + scalar
                : scalar + " " + operator + " (" + vector + ")";
    }

    private String binary(int depth) {
        String left = "(" + vector(depth - 1) + ")";
        String right = "(" + vector(depth - 1) + ")";
        return switch (random.nextInt(9)) {
            case 0 -> left + " and " + right;
            case 1 -> left + " or " + right;
            case 2 -> left + " unless on (" + labels() + ") " + right;
            case 3 -> left + " and ignoring (" + labels() + ") " + right;
            case 4 -> "sum by (" + one(LABELS) + ") (" + left + ") + sum by (" + one(LABELS) + ") (" + right + ")";
            case 5 -> left + " * on (broker) group_left (rack) broker_info";
            case 6 -> "broker_info * on (broker) group_right (rack) " + right;
            case 7 -> "lag > bool ignoring (group) group_left sum without (group) (lag)";
            default -> left + " - " + right;
        };
    }

    private String special(int depth) {
        return switch (random.nextInt(7)) {
            case 0 -> "histogram_quantile(" + one(List.of("0.5", "0.99", "0", "1")) + ", rate(size_bytes_bucket[5m]))";
            case 1 -> "histogram_quantile(0.9, sum by (le) (rate(size_bytes_bucket[5m])))";
            case 2 -> "label_replace(" + vector(depth - 1) + ", \"topic\", \"x$1\", \"partition\", \"(.*)\")";
            case 3 -> "label_join(" + vector(depth - 1) + ", \"joined\", \"-\", \"topic\", \"partition\")";
            case 4 -> "absent(" + selector() + ")";
            case 5 -> "clamp(" + vector(depth - 1) + ", -5, 700)";
            default -> "round(" + vector(depth - 1) + ", 0.5)";
        };
    }
}
