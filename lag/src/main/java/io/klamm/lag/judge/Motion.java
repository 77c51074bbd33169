package io.klamm.lag.judge;

import io.klamm.lag.series.CommitSeries;
import io.klamm.lag.series.EndSeries;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How lag moved over the window, from commit to commit: what lies between two commits is not looked at, so a group that commits seldom shows no saw-tooth.
 *
 * @param known commits whose lag is known
 * @param span milliseconds from the first to the last of these
 * @param produced records written in the span
 * @param consumed records read in the span
 * @param growth of the lag over the span, by its trend; negative when it shrinks
 * @param newestLag lag at the newest commit, empty where it is not known
 * @param behind whether it falls behind
 */
record Motion(int known, long span, long produced, long consumed, long growth, OptionalLong newestLag, Behind behind) {

    /** Whether a group falls behind. */
    enum Behind {
        NO,
        /** Its lag grows. */
        YES,
        /** It reads less than half of what is written, for long enough. */
        HOPELESSLY
    }

    private static final long SHORTEST_SPAN = 90_000;
    /** Below this share of what is written, growth is no trend: it would take hours to matter, and rates are not known better. */
    private static final double LEAST_GROWTH = 0.03;
    /** The same at the start, when only a small part of the window has been seen. */
    private static final double LEAST_EARLY_GROWTH = 0.10;

    private static final double LEAST_RECORDS = 10;
    private static final double LEAST_AGREEMENT = 0.5;
    private static final double TIMES_NOISE = 3;
    private static final double NEAR_HIGHEST = 0.8;
    private static final double NEARLY_ALL = 0.02;
    private static final long BURST = 120_000;
    private static final long LONG_ENOUGH = 300_000;

    static Motion of(PartitionView view, CommitSeries window) {
        EndSeries ends = view.log().ends();
        int first = 0;
        while (first < window.size() && ends.endAt(window.time(first)).isEmpty()) {
            first++;
        }
        int known = window.size() - first;
        if (known == 0) {
            return new Motion(0, 0, 0, 0, 0, OptionalLong.empty(), Behind.NO);
        }
        return of(view, window.from(first), known);
    }

    private static Motion of(PartitionView view, CommitSeries commits, int known) {
        EndSeries ends = view.log().ends();
        double[] lags = new double[known];
        long[] times = new long[known];
        for (int i = 0; i < known; i++) {
            times[i] = commits.time(i);
            lags[i] = Math.max(0, ends.endAt(times[i]).orElseThrow() - commits.offset(i));
        }
        long span = commits.span();
        long produced = Math.max(
                0,
                ends.endAt(times[known - 1]).orElseThrow()
                        - ends.endAt(times[0]).orElseThrow());
        Trend trend = Trend.of(times, lags);
        Motion motion = new Motion(
                known,
                span,
                produced,
                commits.read(),
                Math.round(trend.slope() * span),
                OptionalLong.of((long) lags[known - 1]),
                Behind.NO);
        boolean behind = motion.grows(trend, view.tolerance().window().toMillis())
                && longEnough(times, lags)
                && stillRising(times, lags)
                && delayRises(commits, ends);
        return behind ? motion.behind(view) : motion;
    }

    /** Whether there is enough to speak of a trend. */
    boolean enough(Tolerance tolerance) {
        return known >= tolerance.minimumCommits()
                && span >= Math.min(SHORTEST_SPAN, tolerance.window().toMillis() / 5);
    }

    private boolean grows(Trend trend, long window) {
        double share = span < window / 2 ? LEAST_EARLY_GROWTH : LEAST_GROWTH;
        return growth >= Math.max(LEAST_RECORDS, share * produced)
                && growth >= TIMES_NOISE * trend.noise()
                && trend.agreement() >= LEAST_AGREEMENT;
    }

    /** The newer half alone must rise too, to about the highest of all: a group that was behind and recovers is left in peace. */
    private static boolean stillRising(long[] times, double[] lags) {
        int from = Math.min(lags.length / 2, Math.max(0, lags.length - 3));
        double highest = Arrays.stream(lags).max().orElse(0);
        Trend newer =
                Trend.of(Arrays.copyOfRange(times, from, times.length), Arrays.copyOfRange(lags, from, lags.length));
        return newer.slope() > 0 && lags[lags.length - 1] >= NEAR_HIGHEST * highest;
    }

    /** A group that had read nearly all a moment ago may be working off a burst. */
    private static boolean longEnough(long[] times, double[] lags) {
        int last = lags.length - 1;
        int caughtUp = last;
        while (caughtUp >= 0 && lags[caughtUp] > NEARLY_ALL * lags[last]) {
            caughtUp--;
        }
        return caughtUp < 0 || times[last] - times[caughtUp] >= BURST;
    }

    /** When more is written, a constant delay is a larger lag; so the delay in time must rise too, where it is known. */
    private static boolean delayRises(CommitSeries commits, EndSeries ends) {
        double[] delays = new double[commits.size()];
        long[] times = new long[commits.size()];
        for (int i = 0; i < delays.length; i++) {
            if (ends.before(commits.offset(i)) < 0) {
                return true;
            }
            times[i] = commits.time(i);
            delays[i] = Math.max(0, times[i] - ends.writtenAt(commits.offset(i)).orElse(times[i]));
        }
        return Trend.of(times, delays).slope() > LEAST_GROWTH / 2;
    }

    private Motion behind(PartitionView view) {
        long enough = Math.min(LONG_ENOUGH, view.tolerance().window().toMillis() / 2);
        Behind how = span >= enough && consumed * 2 < produced ? Behind.HOPELESSLY : Behind.YES;
        return new Motion(known, span, produced, consumed, growth, newestLag, how);
    }

    void addTo(Map<String, Long> facts) {
        facts.put("span", span);
        facts.put("produced", produced);
        facts.put("consumed", consumed);
        facts.put("growth", growth);
    }
}
