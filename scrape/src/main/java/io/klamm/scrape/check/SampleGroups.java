package io.klamm.scrape.check;

import io.klamm.model.series.Labels;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The order of a family's samples: those of one metric stand together, and their times do not go back. */
final class SampleGroups {

    private final Set<Labels> before = new HashSet<>();
    private final Set<Labels> series = new HashSet<>();

    @Nullable
    private Labels group;

    private boolean timed;
    private double seconds;

    /**
     * Takes the next sample.
     *
     * @param newGroup the labels that make the metric
     * @param sample the labels that make the series, its name among them
     * @param newTimed whether it has a time of its own
     * @param newSeconds that time
     * @param anyOrder whether times may go back, as among samples of infos, whose metrics cannot be told apart
     * @return why it may not stand here; empty if it may
     */
    String add(Labels newGroup, Labels sample, boolean newTimed, double newSeconds, boolean anyOrder) {
        boolean same = Objects.equals(newGroup, group);
        String problem = same ? within(newTimed, newSeconds, anyOrder) : between(newGroup);
        if (!same) {
            series.clear();
        }
        boolean repeated = !series.add(sample);
        if (problem.isEmpty() && repeated && !newTimed) {
            problem = "the same series again (expected: once, or each time with a later timestamp)";
        }
        group = newGroup;
        timed = newTimed;
        seconds = newSeconds;
        return problem;
    }

    private String within(boolean newTimed, double newSeconds, boolean anyOrder) {
        if (newTimed != timed) {
            return "a sample " + (newTimed ? "with" : "without") + " a timestamp after one "
                    + (timed ? "with" : "without") + " (expected: the same for all samples of a metric)";
        }
        return newTimed && newSeconds < seconds && !anyOrder
                ? "a timestamp before that of the sample above (expected: times of a metric do not go back)"
                : "";
    }

    private String between(Labels newGroup) {
        return before.add(newGroup)
                ? ""
                : "a sample of a metric that ended above (expected: samples of the same labels together)";
    }
}
