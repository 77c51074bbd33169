package io.klamm.rules.unittest;

import io.klamm.model.series.Labels;
import io.klamm.promql.parser.SeriesDescription;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One test: series, and what alerts and expressions give over them.
 *
 * @param name may be empty
 * @param interval between two values of a series
 * @param start the time of the first values
 */
record TestCase(
        String name,
        Duration interval,
        Instant start,
        List<SeriesDescription> series,
        List<AlertTest> alerts,
        List<ExprTest> expressions,
        Labels externalLabels,
        String externalUrl) {

    /** What fires of one name at one time. */
    record AlertTest(Duration at, String alertName, List<ExpectedAlert> expected) {}

    /** An alert that is to fire. */
    record ExpectedAlert(Labels labels, SortedMap<String, String> annotations) {

        ExpectedAlert {
            annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
        }
    }

    /** What an expression gives at one time. */
    record ExprTest(String expr, Duration at, List<ExpectedSample> expected) {

        boolean histograms() {
            return expected.stream().anyMatch(ExpectedSample::histogram);
        }
    }

    /**
     * A series that is to be given.
     *
     * @param histogram whether a native histogram is expected, whatever its form
     */
    record ExpectedSample(Labels labels, double value, boolean histogram) {}

    TestCase {
        series = List.copyOf(series);
        alerts = List.copyOf(alerts);
        expressions = List.copyOf(expressions);
    }

    /** How long after its start the test looks for the last time. */
    Duration length() {
        return Stream.concat(
                        alerts.stream().map(AlertTest::at), expressions.stream().map(ExprTest::at))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
