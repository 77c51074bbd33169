package io.klamm.lag.judge;

import io.klamm.lag.judge.Ownership.Members;
import io.klamm.lag.series.CommitSeries;
import io.klamm.lag.series.EndSeries;
import io.klamm.model.verdict.GroupVerdict.Source;
import java.util.Map;

/**
 * How often the group commits when it has something to read, and how long it has been silent; milliseconds.
 *
 * <p>Time without anything to read is no silence: a reader of a topic that gets a record an hour commits once an hour, and is overdue minutes after the next
 * record. So silence begins with the last commit or with the first record after it, whichever is later.
 *
 * @param silence without a commit, with something to read
 * @param usual between two commits, with something to read
 * @param patience silence up to which nothing is wrong
 */
record Rhythm(long silence, long usual, long patience) {

    /** A client that leaves and comes back, as at a deployment, takes less. */
    private static final long WITHOUT_MEMBERS = 45_000;
    /** A hiccup of what stands behind the reader takes less. */
    private static final long WITH_MEMBERS = 120_000;
    /** Members have this long to answer a rebalance, mostly less. */
    private static final long IN_REBALANCE = 180_000;

    private static final int READINGS = 3;
    private static final int USUAL_GAPS = 3;

    static Rhythm of(PartitionView view, CommitSeries window) {
        long usual = usual(window, view.log().ends());
        return new Rhythm(silence(view), usual, patience(view, window, usual));
    }

    boolean overdue() {
        return silence > patience;
    }

    private static long silence(PartitionView view) {
        long last = view.commits().newestTime();
        long work = view.log().ends().writtenAt(view.next()).orElse(view.now());
        return Math.max(0, view.now() - Math.max(last, work));
    }

    private static long usual(CommitSeries window, EndSeries ends) {
        long sum = 0;
        for (int i = 1; i < window.size(); i++) {
            sum += wait(window, i, ends);
        }
        long mean = window.size() < 2 ? 0 : sum / (window.size() - 1);
        return Math.min(mean, window.usualGap());
    }

    private static long patience(PartitionView view, CommitSeries window, long usual) {
        long floor = Math.max(
                floor(view.ownership().members()), READINGS * view.log().readEvery());
        long least = Math.max(floor, view.tolerance().silence().toMillis());
        if (window.seen() < view.tolerance().minimumCommits()) {
            return Math.max(least, unknown(view));
        }
        long longest = 0;
        for (int i = 1; i < window.size(); i++) {
            longest = Math.max(longest, wait(window, i, view.log().ends()));
        }
        return Math.max(least, Math.max(USUAL_GAPS * usual, longest + longest / 2));
    }

    /** Whose rhythm is not known may take its time, unless nobody is there to commit. Readings of the Admin API do not show when a commit was made. */
    private static long unknown(PartitionView view) {
        boolean nobody = view.ownership().members() == Members.NONE;
        return nobody || view.source() == Source.ADMIN_API
                ? 0
                : view.tolerance().window().toMillis();
    }

    private static long floor(Members members) {
        return switch (members) {
            case NONE -> WITHOUT_MEMBERS;
            case STEADY -> WITH_MEMBERS;
            case REBALANCING, UNKNOWN -> IN_REBALANCE;
        };
    }

    /** From one commit to the next, less the time in which there was nothing to read. */
    private static long wait(CommitSeries window, int to, EndSeries ends) {
        long pause = window.pause(to);
        long from = window.time(to - 1);
        if (ends.isEmpty() || from < ends.time(0)) {
            return pause;
        }
        long until = window.time(to);
        long work = ends.writtenAt(window.offset(to - 1)).orElse(until);
        return Math.min(pause, Math.max(0, until - Math.max(from, work)));
    }

    void addTo(Map<String, Long> facts) {
        facts.put("silence", silence);
        facts.put("rhythm", usual);
        facts.put("patience", patience);
    }
}
