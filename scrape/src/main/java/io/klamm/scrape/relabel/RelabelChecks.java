package io.klamm.scrape.relabel;

import static io.klamm.scrape.relabel.RelabelAction.HASHMOD;
import static io.klamm.scrape.relabel.RelabelAction.LABELMAP;
import static io.klamm.scrape.relabel.RelabelAction.REPLACE;

import java.util.List;
import java.util.regex.Pattern;

/** What the parts of a rule must be, by its action. The texts are Prometheus's, for people look for them. */
final class RelabelChecks {

    /** Text in which each dollar sign begins {@code $name} or <code>${name}</code>. */
    private static final Pattern NAME_WITH_GROUPS = Pattern.compile("(?:[^${}]|\\$(?:\\{\\w+\\}|\\w+))+");

    private RelabelChecks() {}

    static String problem(
            List<String> sourceLabels,
            String separator,
            String regex,
            long modulus,
            String targetLabel,
            String replacement,
            RelabelAction action) {
        boolean usualRegex = regex.equals(RelabelConfig.REGEX);
        boolean usualSeparator = separator.equals(RelabelConfig.SEPARATOR);
        boolean usualReplacement = replacement.equals(RelabelConfig.REPLACEMENT);
        return switch (action) {
            case REPLACE, HASHMOD, LOWERCASE, UPPERCASE ->
                targetProblem(targetLabel, modulus, usualReplacement, action);
            case KEEPEQUAL, DROPEQUAL -> {
                String problem = targetProblem(targetLabel, modulus, usualReplacement, action);
                yield problem.isEmpty() && !(usualRegex && usualSeparator && modulus == 0)
                        ? action.word()
                                + " action requires only 'source_labels' and 'target_label', and no other fields"
                        : problem;
            }
            case LABELMAP ->
                NAME_WITH_GROUPS.matcher(replacement).matches() ? "" : invalid(replacement, "replacement", LABELMAP);
            case LABELDROP, LABELKEEP ->
                sourceLabels.isEmpty() && targetLabel.isEmpty() && modulus == 0 && usualSeparator && usualReplacement
                        ? ""
                        : action.word() + " action requires only 'regex', and no other fields";
            case KEEP, DROP -> "";
        };
    }

    private static String targetProblem(
            String targetLabel, long modulus, boolean usualReplacement, RelabelAction action) {
        if (action == HASHMOD && modulus == 0) {
            return "relabel configuration for hashmod requires non-zero modulus";
        }
        if (targetLabel.isEmpty()) {
            return "relabel configuration for " + action.word() + " action requires 'target_label' value";
        }
        if (action == REPLACE && !NAME_WITH_GROUPS.matcher(targetLabel).matches()) {
            return invalid(targetLabel, "target_label", REPLACE);
        }
        return action != REPLACE && action != HASHMOD && !usualReplacement
                ? "'replacement' can not be set for " + action.word() + " action"
                : "";
    }

    private static String invalid(String value, String field, RelabelAction action) {
        return "\"" + value + "\" is invalid '" + field + "' for " + action.word() + " action";
    }
}
