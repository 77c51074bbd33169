package io.klamm.benchmarks.verdicts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All judges on all plans. */
public final class Comparison {

    private final Map<String, Score> scores = new LinkedHashMap<>();
    private final int seeds;
    private final long first;

    private Comparison(int seeds, long first) {
        this.seeds = seeds;
        this.first = first;
    }

    /** Runs every kind of plan with so many seeds, from the first on. */
    public static Comparison run(int seeds, long first) {
        Comparison comparison = new Comparison(seeds, first);
        for (Supplier<Judge> judge : judges()) {
            Score score = new Score();
            comparison.scores.put(judge.get().name(), score);
            for (LongFunction<Plan> plan : Plans.all()) {
                for (long seed = first; seed < first + seeds; seed++) {
                    new World(plan.apply(seed), judge.get(), score).run();
                }
            }
        }
        return comparison;
    }

    private static List<Supplier<Judge>> judges() {
        return List.of(KlammJudge::new, BurrowJudge::new);
    }

    /** Of one judge, over all plans. */
    public double precision(String judge) {
        return score(judge).total().precision();
    }

    /** Of one judge, over all plans. */
    public double recall(String judge) {
        return score(judge).total().recall();
    }

    private Score score(String judge) {
        Score score = scores.get(judge);
        if (score == null) {
            throw new IllegalArgumentException("judge: " + judge + " (expected: one of " + scores.keySet() + ")");
        }
        return score;
    }

    /** The tables. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%d kinds of lives x %d seeds from %d, a reading every %d s.%n%n",
                Plans.all().size(),
                seeds,
                first,
                World.READ_EVERY));
        text.append(
                "| evaluator | precision | recall | trouble detected | median delay | alarms raised | of these false |\n");
        text.append("|---|---|---|---|---|---|---|\n");
        scores.forEach((name, score) -> text.append(String.format(
                Locale.ROOT,
                "| %s | %.1f %% | %.1f %% | %d of %d | %.0f s | %d | %d |%n",
                name,
                100 * score.total().precision(),
                100 * score.total().recall(),
                score.total().detected,
                score.total().stretches,
                score.medianDelay(),
                score.total().alarmsRaised,
                score.total().alarmsRaisedFalsely)));
        return text.append('\n').append(byName()).toString();
    }

    private String byName() {
        StringBuilder text = new StringBuilder("| life |");
        StringBuilder rule = new StringBuilder("|---|");
        scores.keySet().forEach(name -> {
            text.append(' ').append(name).append(": wrong readings | most often said |");
            rule.append("---|---|");
        });
        text.append('\n').append(rule).append('\n');
        List<String> names = new ArrayList<>(new TreeSet<>(scores.values().stream()
                .flatMap(score -> score.byName().keySet().stream())
                .toList()));
        for (String name : names) {
            text.append("| ").append(name).append(" |");
            scores.values().forEach(score -> text.append(cells(score.byName().get(name))));
            text.append('\n');
        }
        return text.toString();
    }

    private static String cells(Score.@Nullable Tally tally) {
        if (tally == null) {
            return " | |";
        }
        long wrong = tally.falseAlarms + tally.missed;
        long all = wrong + tally.rightAlarms + tally.rightSilence;
        String said = tally.wrong.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        return String.format(Locale.ROOT, " %.1f %% | %s |", 100.0 * wrong / Math.max(1, all), said);
    }
}
