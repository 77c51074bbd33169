package io.klamm.benchmarks.verdicts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often a judge was right. For {@value #GRACE} seconds after trouble begins or ends nothing is counted: the truth itself takes a while to show. A stretch of
 * trouble that it alarms about at all was detected.
 */
final class Score {

    static final int GRACE = 180;

    private final Map<String, Tally> byName = new TreeMap<>();
    private final List<Double> delays = new ArrayList<>();
    private final Tally total = new Tally();

    private final Map<Plan.Stretch, Double> detected = new HashMap<>();
    private boolean alarming;

    /** Counts of readings, and of stretches of trouble. */
    static final class Tally {
        long rightAlarms;
        long falseAlarms;
        long rightSilence;
        long missed;
        long alarmsRaised;
        long alarmsRaisedFalsely;
        long stretches;
        long detected;
        final Map<String, Integer> wrong = new TreeMap<>();

        double precision() {
            return rightAlarms + falseAlarms == 0 ? 1 : (double) rightAlarms / (rightAlarms + falseAlarms);
        }

        double recall() {
            return rightAlarms + missed == 0 ? 1 : (double) rightAlarms / (rightAlarms + missed);
        }
    }

    /** Takes one opinion. */
    void take(Plan plan, double time, Judge.Opinion opinion) {
        if (opinion.alarm()) {
            plan.trouble.stream()
                    .filter(stretch -> stretch.holds(time))
                    .forEach(stretch -> detected.putIfAbsent(stretch, time - stretch.from()));
        }
        Tally tally = byName.computeIfAbsent(plan.name, name -> new Tally());
        boolean raised = opinion.alarm() && !alarming;
        alarming = opinion.alarm();
        boolean grace = inGrace(plan, time);
        for (Tally each : List.of(tally, total)) {
            each.alarmsRaised += raised ? 1 : 0;
            each.alarmsRaisedFalsely += raised && !grace && !plan.troubleAt(time) ? 1 : 0;
            if (!grace) {
                count(each, plan.troubleAt(time), opinion);
            }
        }
    }

    private static boolean inGrace(Plan plan, double time) {
        return plan.trouble.stream()
                .anyMatch(stretch -> justAfter(stretch.from(), time) || justAfter(stretch.to(), time));
    }

    private static boolean justAfter(double change, double time) {
        return time >= change && time - change < GRACE;
    }

    private static void count(Tally tally, boolean trouble, Judge.Opinion opinion) {
        if (trouble && opinion.alarm()) {
            tally.rightAlarms++;
        } else if (trouble) {
            tally.missed++;
        } else if (opinion.alarm()) {
            tally.falseAlarms++;
        } else {
            tally.rightSilence++;
        }
        if (trouble != opinion.alarm()) {
            tally.wrong.merge(opinion.verdict(), 1, Integer::sum);
        }
    }

    /** A run is over. */
    void ended(Plan plan) {
        Tally tally = byName.computeIfAbsent(plan.name, name -> new Tally());
        for (Plan.Stretch stretch : plan.trouble) {
            tally.stretches++;
            total.stretches++;
            if (detected.containsKey(stretch)) {
                tally.detected++;
                total.detected++;
                delays.add(detected.get(stretch));
            }
        }
        detected.clear();
        alarming = false;
    }

    Tally total() {
        return total;
    }

    Map<String, Tally> byName() {
        return byName;
    }

    /** The delay in seconds within which half of what was detected was; 0 where nothing was. */
    double medianDelay() {
        List<Double> sorted = delays.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }
}
