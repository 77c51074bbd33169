package io.klamm.rules.unittest;

import java.time.Duration;
import java.util.List;

/**
 * A file of unit tests.
 *
 * @param ruleFiles paths of rule files, with {@code *} and {@code ?}, relative to the file
 * @param interval between two evaluations of every group
 * @param groupOrder names of groups in the order of their evaluation; others come first
 * @param fuzzy whether values may differ in their last bit
 */
record TestFile(
        List<String> ruleFiles, Duration interval, List<String> groupOrder, boolean fuzzy, List<TestCase> tests) {

    TestFile {
        ruleFiles = List.copyOf(ruleFiles);
        groupOrder = List.copyOf(groupOrder);
        tests = List.copyOf(tests);
    }
}
