package io.klamm.promql.script;

import java.util.List;

/**
 * How the evaluations of a script went.
 *
 * @param name of the script
 * @param passed how many came to what was expected
 * @param failures those that did not, each with line, expression and reason
 * @param unsupported those that need a part of the language that is not there yet, each with line, expression and part
 */
public record ScriptReport(String name, int passed, List<String> failures, List<String> unsupported) {

    public ScriptReport {
        failures = List.copyOf(failures);
        unsupported = List.copyOf(unsupported);
    }

    /** {@code NAME: N passed, M failed, K unsupported}. */
    public String summary() {
        return name + ": " + passed + " passed, " + failures.size() + " failed, " + unsupported.size() + " unsupported";
    }
}
