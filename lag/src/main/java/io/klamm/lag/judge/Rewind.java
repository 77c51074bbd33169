package io.klamm.lag.judge;

import io.klamm.lag.series.CommitSeries;
import java.util.Optional;

/**
 * A step back that was not made good.
 *
 * @param records how far back it went
 * @param at when, in milliseconds
 */
record Rewind(long records, long at) {

    /** The step back behind the furthest commit since a moment, unless the newest commit is as far again. What went back before the moment is forgotten. */
    static Optional<Rewind> since(long moment, CommitSeries commits) {
        int peak = start(moment, commits);
        for (int i = peak + 1; i < commits.size(); i++) {
            if (commits.offset(i) >= commits.offset(peak)) {
                peak = i;
            }
        }
        if (peak >= commits.size() - 1) {
            return Optional.empty();
        }
        return Optional.of(new Rewind(commits.offset(peak) - commits.offset(peak + 1), commits.time(peak + 1)));
    }

    private static int start(long moment, CommitSeries commits) {
        int start = 0;
        for (int i = 1; i < commits.size(); i++) {
            if (commits.offset(i) < commits.offset(i - 1) && commits.time(i) < moment) {
                start = i;
            }
        }
        return start;
    }
}
