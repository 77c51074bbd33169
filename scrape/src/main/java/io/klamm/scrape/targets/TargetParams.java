package io.klamm.scrape.targets;

import io.klamm.model.series.Labels;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parameters of a target's address: those of the job, of which relabelling may have changed the first value. */
final class TargetParams {

    private TargetParams() {}

    static Map<String, List<String>> of(Map<String, List<String>> configured, Labels labels, String prefix) {
        Map<String, List<String>> params = new TreeMap<>();
        configured.forEach((name, values) -> params.put(name, new ArrayList<>(values)));
        for (int i = 0; i < labels.size(); i++) {
            if (labels.name(i).startsWith(prefix)) {
                List<String> values =
                        params.computeIfAbsent(labels.name(i).substring(prefix.length()), name -> new ArrayList<>());
                if (!values.isEmpty()) {
                    values.remove(0);
                }
                values.add(0, labels.value(i));
            }
        }
        return params;
    }

    /** The part of an address behind the question mark. */
    static String query(Map<String, List<String>> params) {
        StringBuilder query = new StringBuilder();
        params.forEach((name, values) -> values.forEach(value -> query.append(query.length() == 0 ? "" : "&")
                .append(encoded(name))
                .append('=')
                .append(encoded(value))));
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
