package io.klamm.cmd;

import io.klamm.model.alert.AlertMatcher;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** Which alerts are asked for, by their labels. */
final class MatcherArguments {

    @Parameters(
            arity = "0..*",
            paramLabel = "MATCHER",
            description = "only alerts of these labels; a first word alone is the alert's name")
    private List<String> matchers = new ArrayList<>();

    /** All of them have to be met; none where nothing is said. A {@link UserException} says what is wrong with one. */
    List<AlertMatcher> conditions() {
        return ServedAlerts.conditions(matchers);
    }
}
