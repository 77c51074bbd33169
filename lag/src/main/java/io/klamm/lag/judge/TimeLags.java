package io.klamm.lag.judge;

import io.klamm.lag.series.EndSeries;
import io.klamm.model.Retention;
import io.klamm.model.verdict.TimeLag;
import io.klamm.model.verdict.TimeLag.Confidence;
import io.klamm.model.verdict.TimeLag.Method;
import java.time.Duration;
import java.util.OptionalDouble;

/** How long ago the record that a group reads next was written, from what was seen of the partition's end. Always a finite number, never negative. */
final class TimeLags {

    /** Where no retention bounds it, nothing is drawn further back than this. */
    private static final long FURTHEST_BACK = Duration.ofDays(7).toMillis();

    private static final double SHARP = 0.1;

    private TimeLags() {}

    /** Of a view that has a commit and an end. */
    static TimeLag of(PartitionView view, Position position) {
        if (position.effective() == 0) {
            return new TimeLag(0, Method.CAUGHT_UP, Confidence.HIGH);
        }
        // What was deleted is not read any more: next comes the first record that is left.
        long offset = Math.max(view.next(), view.log().start());
        EndSeries ends = view.log().ends();
        int left = ends.before(offset);
        if (left == ends.size() - 1) {
            return new TimeLag(0, Method.CAUGHT_UP, Confidence.HIGH);
        }
        return left < 0 ? olderThanAll(view, offset) : between(view, offset, left);
    }

    private static TimeLag between(PartitionView view, long offset, int left) {
        EndSeries ends = view.log().ends();
        long written = ends.writtenAt(offset).orElseThrow();
        if (offset == ends.offset(left)) {
            // It had read all there was at the left reading; had the next record been there when it committed, it would
            // have read it too. So it is no older
            // than that commit, and the lag of an idle topic does not bounce by the distance of two readings.
            written = Math.max(written, Math.min(view.commits().newestTime(), ends.time(left + 1)));
        }
        double seconds = seconds(view.now() - written);
        long apart = ends.time(left + 1) - ends.time(left);
        boolean sharp = apart <= 2 * view.log().readEvery() || apart / 1000.0 <= SHARP * seconds;
        return new TimeLag(seconds, Method.INTERPOLATED, sharp ? Confidence.HIGH : Confidence.MEDIUM);
    }

    private static TimeLag olderThanAll(PartitionView view, long offset) {
        EndSeries ends = view.log().ends();
        long seen = Math.max(0, view.now() - ends.time(0));
        OptionalDouble rate = ends.ratePerSecond(ends.time(0));
        if (rate.isEmpty() || rate.getAsDouble() <= 0) {
            return new TimeLag(seconds(seen), Method.AT_LEAST, Confidence.LOW);
        }
        double back = (ends.offset(0) - offset) * 1000.0 / rate.getAsDouble();
        double millis = Math.min(seen + back, (double) Math.max(seen, furthest(view)));
        return new TimeLag(
                millis / 1000,
                Method.EXTRAPOLATED,
                back <= ends.newestTime() - ends.time(0) ? Confidence.MEDIUM : Confidence.LOW);
    }

    /** Retention deletes whole segments, so records may be somewhat older than it says. */
    private static long furthest(PartitionView view) {
        return view.log()
                .retention()
                .filter(Retention::deletes)
                .map(retention -> retention.millis().orElse(FURTHEST_BACK))
                .orElse(FURTHEST_BACK);
    }

    private static double seconds(long millis) {
        return Math.max(0, millis) / 1000.0;
    }
}
