package io.klamm.rules.unittest;

import io.klamm.model.rule.ActiveAlert;
import io.klamm.model.series.GoFloat;
import io.klamm.model.series.Labels;
import io.klamm.promql.value.Vector;
import io.klamm.rules.unittest.TestCase.ExpectedAlert;
import io.klamm.rules.unittest.TestCase.ExpectedSample;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Compares what is given with what is expected; what differs is shown line by line: {@code -} is expected and missing, {@code +} is given and not expected. */
final class Comparison {

    private final boolean fuzzy;

    Comparison(boolean fuzzy) {
        this.fuzzy = fuzzy;
    }

    /** Lines of what differs; none where nothing does. */
    List<String> samples(List<ExpectedSample> expected, Vector given) {
        List<ExpectedSample> missing = new ArrayList<>(expected);
        List<String> extra = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Labels labels = given.labels(i);
            double value = given.value(i);
            if (!takeFirst(missing, labels, value)) {
                extra.add("+ " + sample(labels, value));
            }
        }
        List<String> lines = new ArrayList<>();
        missing.forEach(one -> lines.add("- " + sample(one.labels(), one.value())));
        lines.addAll(extra);
        return lines;
    }

    private boolean takeFirst(List<ExpectedSample> expected, Labels labels, double value) {
        return IntStream.range(0, expected.size())
                .filter(i -> expected.get(i).labels().equals(labels)
                        && equal(expected.get(i).value(), value))
                .boxed()
                .findFirst()
                .map(i -> expected.remove((int) i))
                .isPresent();
    }

    private boolean equal(double a, double b) {
        if (a == b || (Double.isNaN(a) && Double.isNaN(b))) {
            return true;
        }
        return fuzzy && (Math.nextUp(a) == b || Math.nextDown(a) == b);
    }

    private static String sample(Labels labels, double value) {
        return labels + " " + GoFloat.format(value, GoFloat.Form.API);
    }

    /** Lines of what differs; none where nothing does. */
    List<String> alerts(List<ExpectedAlert> expected, List<ActiveAlert> given) {
        List<ExpectedAlert> missing = new ArrayList<>(expected);
        List<String> extra = new ArrayList<>();
        for (ActiveAlert alert : given) {
            if (!missing.remove(new ExpectedAlert(alert.labels(), alert.annotations()))) {
                extra.add("+ " + alert(alert.labels(), alert.annotations()));
            }
        }
        List<String> lines = new ArrayList<>();
        missing.forEach(one -> lines.add("- " + alert(one.labels(), one.annotations())));
        lines.addAll(extra);
        return lines;
    }

    private static String alert(Labels labels, SortedMap<String, String> annotations) {
        return labels
                + annotations.entrySet().stream()
                        .map(entry -> "\n      " + entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining());
    }
}
