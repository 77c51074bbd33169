package io.klamm.cmd.burrow;

import io.klamm.config.Problem;
import io.klamm.config.Problems;

/** Gathers what is wrong with a configuration, and what its author should know, while it is mapped. */
final class Remarks {

    private final String file;
    private final Problems problems = new Problems();
    private final Problems warnings = new Problems();

    Remarks(String file) {
        this.file = file;
    }

    Problems problems() {
        return problems;
    }

    Problems warnings() {
        return warnings;
    }

    void problem(String path, String message) {
        problems.add(new Problem(file, 0, 0, path, message, null));
    }

    void warning(String path, String message) {
        warnings.add(new Problem(file, 0, 0, path, message, null));
    }
}
