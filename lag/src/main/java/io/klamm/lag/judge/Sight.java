package io.klamm.lag.judge;

import io.klamm.lag.series.CommitSeries;
import io.klamm.model.verdict.Forecast;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the rules look at: all that follows from a view that has a commit and an end, worked out once. */
record Sight(
        PartitionView view,
        CommitSeries window,
        Position position,
        Rhythm rhythm,
        Optional<Rewind> rewind,
        Motion motion,
        Forecast forecast) {

    static Sight of(PartitionView view) {
        CommitSeries window = window(view);
        Position position = Position.of(view);
        Rhythm rhythm = Rhythm.of(view, window);
        return new Sight(
                view,
                window,
                position,
                rhythm,
                Rewind.since(windowStart(view), view.commits()),
                Motion.of(view, window),
                Forecasts.of(view, position, window, rhythm));
    }

    /** The commits that are judged: those of the window; of a group that commits seldom, the newest few. */
    static CommitSeries window(PartitionView view) {
        return view.commits()
                .since(
                        windowStart(view),
                        view.tolerance().minimumCommits() + 1,
                        view.now() - Tolerance.OLDEST.toMillis());
    }

    private static long windowStart(PartitionView view) {
        return view.now() - view.tolerance().window().toMillis();
    }

    /** How long the newest offset has been committed again and again, with something to read all the while. */
    long stalled() {
        long work = view.log().ends().writtenAt(view.next()).orElse(view.now());
        return Math.max(0, window.newestTime() - Math.max(window.sameSince(), work));
    }

    /** Every number that the words of a rule may name. */
    Map<String, Long> facts() {
        Map<String, Long> facts = new TreeMap<>();
        position.addTo(facts, view);
        rhythm.addTo(facts);
        motion.addTo(facts);
        facts.put("commits", (long) window.seen());
        facts.put("stalled", stalled());
        rewind.ifPresent(found -> {
            facts.put("rewound", found.records());
            facts.put("ago", view.now() - found.at());
        });
        view.ownership().topicUnownedSince().ifPresent(since -> facts.put("unowned", view.now() - since));
        forecast.secondsUntilLoss().ifPresent(seconds -> facts.put("loss", Math.round(seconds * 1000)));
        return facts;
    }
}
