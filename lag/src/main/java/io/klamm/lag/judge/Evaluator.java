package io.klamm.lag.judge;

import io.klamm.lag.series.CommitSeries;
import io.klamm.lag.series.EndSeries;
import io.klamm.model.verdict.CommitPoint;
import io.klamm.model.verdict.EndPoint;
import io.klamm.model.verdict.Evidence;
import io.klamm.model.verdict.Forecast;
import io.klamm.model.verdict.PartitionVerdict;
import io.klamm.model.verdict.Rule;
import io.klamm.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Klamm's own evaluator: from a view to a verdict with its evidence. A pure function; the rules are tried in order, the first that holds is the verdict. */
public final class Evaluator {

    private Evaluator() {}

    /**
     * What is said of a view.
     *
     * @param full whether even a verdict OK comes with its commits and end offsets; all others do in any case
     */
    public static PartitionVerdict judge(PartitionView view, boolean full) {
        if (view.commits().isEmpty()) {
            return withoutCommit(view);
        }
        if (view.log().ends().isEmpty()) {
            Map<String, Long> facts = Map.of("offset", view.commits().newestOffset());
            return unknown(view, Rule.END_UNKNOWN, facts);
        }
        Sight sight = Sight.of(view);
        Rule rule = PlaceRules.first(sight).orElseGet(() -> MotionRules.first(sight));
        return new PartitionVerdict(
                view.partition(),
                rule.verdict(),
                OptionalLong.of(sight.position().lag()),
                OptionalLong.of(sight.position().effective()),
                evidence(sight, rule, full),
                sight.forecast());
    }

    private static PartitionVerdict withoutCommit(PartitionView view) {
        Map<String, Long> facts = new TreeMap<>();
        EndSeries ends = view.log().ends();
        if (!ends.isEmpty()) {
            facts.put("end", ends.newestOffset());
        }
        boolean nothing =
                !ends.isEmpty() && ends.newestOffset() <= Math.max(0, view.log().start());
        return unknown(view, nothing ? Rule.NOTHING_WRITTEN : Rule.NEVER_COMMITTED, facts);
    }

    private static PartitionVerdict unknown(PartitionView view, Rule rule, Map<String, Long> facts) {
        Forecast forecast = new Forecast(
                view.log()
                        .ends()
                        .ratePerSecond(view.now() - view.tolerance().window().toMillis()),
                Forecast.NONE.consumedPerSecond(),
                Forecast.NONE.timeLag(),
                Forecast.NONE.secondsToCatchUp(),
                Forecast.NONE.secondsUntilLoss());
        return new PartitionVerdict(
                view.partition(),
                rule.verdict(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Evidence.of(rule, facts),
                forecast);
    }

    private static Evidence evidence(Sight sight, Rule rule, boolean full) {
        if (rule.verdict() == Verdict.OK && !full) {
            return Evidence.of(rule, sight.facts());
        }
        EndSeries ends = sight.view().log().ends();
        CommitSeries commits = sight.window();
        return new Evidence(rule, new TreeMap<>(sight.facts()), points(commits, ends), points(ends, commits.time(0)));
    }

    private static List<CommitPoint> points(CommitSeries commits, EndSeries ends) {
        List<CommitPoint> points = new ArrayList<>(commits.size());
        for (int i = 0; i < commits.size(); i++) {
            long offset = commits.offset(i);
            long time = commits.time(i);
            OptionalLong end = ends.endAt(time);
            OptionalLong lag =
                    end.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Math.max(0, end.getAsLong() - offset));
            points.add(new CommitPoint(offset, time, lag));
        }
        return points;
    }

    /** The readings since the first commit of the window, and the one before it. */
    private static List<EndPoint> points(EndSeries ends, long since) {
        int first = 0;
        while (first + 1 < ends.size() && ends.time(first + 1) <= since) {
            first++;
        }
        List<EndPoint> points = new ArrayList<>();
        for (int i = first; i < ends.size(); i++) {
            points.add(new EndPoint(ends.offset(i), ends.time(i)));
        }
        return points;
    }
}
