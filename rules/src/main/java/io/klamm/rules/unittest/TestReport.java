package io.klamm.rules.unittest;

import io.klamm.rules.unittest.CaseResult.Outcome;
import java.util.List;

/**
 * What came of a file of unit tests.
 *
 * @param problems why the file or a rule file cannot be used at all; then no test was run
 */
public record TestReport(List<String> problems, List<CaseResult> tests, List<String> warnings) {

    public TestReport {
        problems = List.copyOf(problems);
        tests = List.copyOf(tests);
        warnings = List.copyOf(warnings);
    }

    static TestReport refused(List<String> problems) {
        return new TestReport(problems, List.of(), List.of());
    }

    /** Whether anything is wrong. */
    public boolean failed() {
        return !problems.isEmpty() || count(Outcome.FAILED) > 0;
    }

    /** How many tests ended so. */
    public long count(Outcome outcome) {
        return tests.stream().filter(test -> test.outcome() == outcome).count();
    }

    /** {@code 3 passed, 1 failed}, and how many are not supported where any are. */
    public String summary() {
        long failures = count(Outcome.FAILED) + (problems.isEmpty() ? 0 : 1);
        long unsupported = count(Outcome.UNSUPPORTED);
        return count(Outcome.PASSED) + " passed, " + failures + " failed"
                + (unsupported == 0 ? "" : ", " + unsupported + " unsupported");
    }
}
