package io.klamm.web.prometheus;

import java.util.Map;
import java.util.TreeMap;

/** What {@code /features} tells: which parts of Prometheus a client may count on here. */
final class Features {

    static final Map<String, Map<String, Boolean>> ALL = all();

    private Features() {}

    private static Map<String, Map<String, Boolean>> all() {
        Map<String, Map<String, Boolean>> all = new TreeMap<>();
        all.put(
                "api",
                flags(
                        "remote_read",
                        true,
                        "remote_write_receiver",
                        true,
                        "exemplars",
                        false,
                        "label_values_match",
                        true));
        all.put(
                "promql",
                flags(
                        "at_modifier",
                        true,
                        "negative_offset",
                        true,
                        "subqueries",
                        true,
                        "utf8_names",
                        true,
                        "duration_expressions",
                        true,
                        "native_histograms",
                        false,
                        "experimental_functions",
                        false));
        all.put("tsdb", flags("out_of_order", true, "native_histograms", false, "exemplars", false));
        return all;
    }

    private static Map<String, Boolean> flags(Object... namesAndValues) {
        Map<String, Boolean> flags = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            flags.put((String) namesAndValues[i], (Boolean) namesAndValues[i + 1]);
        }
        return flags;
    }
}
