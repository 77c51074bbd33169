package io.klamm.promql.ast;

import static io.klamm.promql.ast.ValueType.MATRIX;
import static io.klamm.promql.ast.ValueType.SCALAR;
import static io.klamm.promql.ast.ValueType.STRING;
import static io.klamm.promql.ast.ValueType.VECTOR;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All functions of PromQL, by name: those of Prometheus 3.14, the experimental ones among them. */
public final class Functions {

    private static final Map<String, Function> ALL = table();

    private Functions() {}

    public static Optional<Function> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** All of them, sorted by name. */
    public static Collection<Function> all() {
        return ALL.values();
    }

    private static Map<String, Function> table() {
        List<Function> list = new ArrayList<>();
        for (String name : List.of(
                "abs acos acosh asin asinh atan atanh ceil cos cosh deg exp floor ln log10 log2 rad sgn sin sinh sqrt tan tanh",
                "absent sort sort_desc timestamp",
                "histogram_avg histogram_count histogram_stddev histogram_stdvar histogram_sum")) {
            stable(list, name, VECTOR, 0, VECTOR);
        }
        for (String name : List.of(
                "absent_over_time avg_over_time count_over_time first_over_time last_over_time max_over_time min_over_time",
                "present_over_time stddev_over_time stdvar_over_time sum_over_time",
                "changes delta deriv idelta increase irate rate resets")) {
            stable(list, name, VECTOR, 0, MATRIX);
        }
        stable(list, "day_of_month day_of_week day_of_year days_in_month hour minute month year", VECTOR, 1, VECTOR);
        stable(list, "clamp", VECTOR, 0, VECTOR, SCALAR, SCALAR);
        stable(list, "clamp_max clamp_min", VECTOR, 0, VECTOR, SCALAR);
        stable(list, "round", VECTOR, 1, VECTOR, SCALAR);
        stable(list, "histogram_fraction", VECTOR, 0, SCALAR, SCALAR, VECTOR);
        stable(list, "histogram_quantile", VECTOR, 0, SCALAR, VECTOR);
        stable(list, "label_join", VECTOR, -1, VECTOR, STRING, STRING, STRING);
        stable(list, "label_replace", VECTOR, 0, VECTOR, STRING, STRING, STRING, STRING);
        stable(list, "predict_linear", VECTOR, 0, MATRIX, SCALAR);
        stable(list, "quantile_over_time", VECTOR, 0, SCALAR, MATRIX);
        stable(list, "pi time", SCALAR, 0);
        stable(list, "scalar", SCALAR, 0, VECTOR);
        stable(list, "vector", VECTOR, 0, SCALAR);
        addExperimental(list);
        Map<String, Function> byName = new TreeMap<>();
        list.forEach(function -> byName.put(function.name(), function));
        return Collections.unmodifiableMap(byName);
    }

    private static void addExperimental(List<Function> list) {
        experimental(list, "mad_over_time", VECTOR, 0, MATRIX);
        experimental(list, "ts_of_first_over_time ts_of_last_over_time", VECTOR, 0, MATRIX);
        experimental(list, "ts_of_max_over_time ts_of_min_over_time", VECTOR, 0, MATRIX);
        experimental(list, "double_exponential_smoothing", VECTOR, 0, MATRIX, SCALAR, SCALAR);
        experimental(list, "sort_by_label sort_by_label_desc", VECTOR, -1, VECTOR, STRING);
        experimental(list, "histogram_quantiles", VECTOR, 9, VECTOR, STRING, SCALAR, SCALAR);
        experimental(list, "info", VECTOR, 1, VECTOR, VECTOR);
        experimental(list, "start_timestamp", VECTOR, 0, VECTOR);
        experimental(list, "start end step range", SCALAR, 0);
        experimental(list, "max_of min_of", SCALAR, 0, SCALAR, SCALAR);
    }

    private static void stable(List<Function> list, String names, ValueType returns, int variadic, ValueType... args) {
        add(list, names, new Function("", List.of(args), variadic, returns, false));
    }

    private static void experimental(
            List<Function> list, String names, ValueType returns, int variadic, ValueType... args) {
        add(list, names, new Function("", List.of(args), variadic, returns, true));
    }

    private static void add(List<Function> list, String names, Function form) {
        for (String name : names.split(" ", -1)) {
            list.add(new Function(name, form.args(), form.variadic(), form.returns(), form.experimental()));
        }
    }
}
