package io.klamm.rules.unittest;

import java.util.List;

/**
 * What came of one test.
 *
 * @param name as the file has it, or its number
 * @param failures what differs, each in one or more lines
 * @param unsupported what could not be judged, for Klamm lacks what it needs
 */
public record CaseResult(String name, List<String> failures, List<String> unsupported) {

    /** How a test ended. */
    public enum Outcome {
        PASSED,
        FAILED,
        UNSUPPORTED
    }

    public CaseResult {
        failures = List.copyOf(failures);
        unsupported = List.copyOf(unsupported);
    }

    public Outcome outcome() {
        if (!failures.isEmpty()) {
            return Outcome.FAILED;
        }
        return unsupported.isEmpty() ? Outcome.PASSED : Outcome.UNSUPPORTED;
    }
}
