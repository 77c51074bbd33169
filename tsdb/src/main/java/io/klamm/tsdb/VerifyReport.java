package io.klamm.tsdb;

import java.util.List;

/**
 * What reading every file and comparing its checksums came to.
 *
 * @param blocks read
 * @param chunkFiles of the head, read
 * @param segments of the log, read
 * @param bytes of all these
 * @param problems what is damaged, for a person; empty if nothing is
 */
public record VerifyReport(int blocks, int chunkFiles, int segments, long bytes, List<String> problems) {

    public VerifyReport {
        problems = List.copyOf(problems);
    }

    public boolean isClean() {
        return problems.isEmpty();
    }
}
