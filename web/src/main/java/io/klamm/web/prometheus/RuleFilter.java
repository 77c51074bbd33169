package io.klamm.web.prometheus;

import io.klamm.model.rule.RuleGroupView;
import io.klamm.model.rule.RuleView;
import io.klamm.storage.Matcher;
import java.util.List;

/**
 * Which rules are asked for; an empty list asks for all.
 *
 * @param type {@code alert}, {@code record} or empty for both
 * @param matchers sets of conditions, of which a rule's labels must meet one
 * @param withAlerts whether the alerts of each rule are asked for too
 */
record RuleFilter(
        String type,
        List<String> rules,
        List<String> groups,
        List<String> files,
        List<List<Matcher>> matchers,
        boolean withAlerts) {

    private static final List<String> TRUE = List.of("1", "t", "T", "true", "TRUE", "True");
    private static final List<String> FALSE = List.of("", "0", "f", "F", "false", "FALSE", "False");

    static RuleFilter of(Parameters parameters) throws ApiProblem {
        String type = parameters.get("type");
        if (!List.of("", "alert", "record").contains(type)) {
            throw ApiProblem.parameter("type", "not supported value \"" + type + "\"");
        }
        return new RuleFilter(
                type,
                parameters.all("rule_name[]"),
                parameters.all("rule_group[]"),
                parameters.all("file[]"),
                Selectors.of(parameters),
                !flag(parameters, "exclude_alerts"));
    }

    private static boolean flag(Parameters parameters, String name) throws ApiProblem {
        String text = parameters.get(name);
        if (!TRUE.contains(text) && !FALSE.contains(text)) {
            throw ApiProblem.parameter(
                    name, "error converting " + name + ": \"" + text + "\" (expected: true or false)");
        }
        return TRUE.contains(text);
    }

    boolean wants(RuleGroupView group) {
        return (groups.isEmpty() || groups.contains(group.name())) && (files.isEmpty() || files.contains(group.file()));
    }

    boolean wants(RuleView rule) {
        boolean ofType = type.isEmpty() || type.equals("alert") == rule instanceof RuleView.Alerting;
        return ofType && (rules.isEmpty() || rules.contains(rule.name())) && matches(rule);
    }

    private boolean matches(RuleView rule) {
        return matchers.isEmpty() || matchers.stream().anyMatch(set -> Matcher.allMatch(set, rule.labels()));
    }
}
