package io.klamm.scrape.check;

import java.util.List;
import java.util.Optional;

/**
 * What a check of a page came to.
 *
 * @param error why the page is not well formed; nothing if it is
 * @param lints what is well formed and still not as metrics should be, ordered by metric and message; empty if the page is not well formed
 */
public record CheckReport(Optional<Finding> error, List<Finding> lints) {

    public CheckReport {
        lints = List.copyOf(lints);
    }

    /** The exit code of {@code promtool check metrics}: 0 when nothing was found, 1 for a page that is not well formed, 3 for lints. */
    public int exitCode() {
        if (error.isPresent()) {
            return 1;
        }
        return lints.isEmpty() ? 0 : 3;
    }
}
