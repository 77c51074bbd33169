package io.klamm.web.alertmanager;

import io.klamm.model.alert.AlertMatcher;
import io.klamm.web.http.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The parameters by which alerts and silences are chosen. */
final class Filters {

    private static final List<String> TRUE =
            List.of("true", "1", "yes", "ok", "y", "on", "selected", "checked", "t", "enabled");

    private Filters() {}

    /** The conditions of {@code filter}, given any number of times. */
    static List<AlertMatcher> matchers(Parameters parameters) throws V2Problem {
        List<AlertMatcher> matchers = new ArrayList<>();
        for (String text : parameters.all("filter")) {
            try {
                matchers.add(AlertMatcher.parse(text));
            } catch (IllegalArgumentException e) {
                throw V2Problem.said(400, "bad matcher format: " + e.getMessage());
            }
        }
        return matchers;
    }

    /** A truth value; true where it is not given. */
    static boolean flag(Parameters parameters, String name) {
        String text = parameters.get(name).toLowerCase(Locale.ROOT);
        return text.isEmpty() || TRUE.contains(text);
    }
}
