package io.klamm.rules.backtest;

import io.klamm.model.series.Labels;
import io.klamm.model.series.LabelsBuilder;
import io.klamm.model.series.StaleMarker;
import io.klamm.promql.value.Matrix;
import io.klamm.promql.value.MatrixSeries;
import io.klamm.rules.file.RecordingRule;
import io.klamm.storage.Appender;
import io.klamm.storage.Appenders;
import io.klamm.storage.SeriesRef;
import java.util.HashMap;
import java.util.Map;

/** Writes what a recording rule would have written. */
final class Recording {

    private final RecordingRule rule;
    private final Appenders into;
    /** Series that were there at a chunk's last step, and the time of the next. */
    private final Map<Labels, Long> open = new HashMap<>();

    Recording(RecordingRule rule, Appenders into) {
        this.rule = rule;
        this.into = into;
    }

    void run(Ranges ranges) throws InterruptedException {
        try (Appender appender = into.appender(rule.name())) {
            ranges.forEach((matrix, from, count) -> {
                appender.begin(0);
                endThoseWithout(matrix, from, ranges, appender);
                matrix.series().forEach(series -> write(appender, series, ranges, from, count));
                appender.commit();
            });
        }
    }

    /** Series that were there at the last step of the chunk before, and are not at the first of this one. */
    private void endThoseWithout(Matrix matrix, long from, Ranges ranges, Appender appender) {
        matrix.series().stream()
                .filter(series -> series.size() > 0 && ranges.step(series.time(0), from) == 0)
                .forEach(series -> open.remove(labels(series.labels())));
        open.forEach((labels, time) -> appender.append(appender.series(labels), time, StaleMarker.VALUE));
        open.clear();
    }

    /** The points of a series, and a marker at each step that is the first without one. */
    private void write(Appender appender, MatrixSeries series, Ranges ranges, long from, int count) {
        Labels labels = labels(series.labels());
        SeriesRef ref = appender.series(labels);
        for (int i = 0; i < series.size(); i++) {
            appender.append(ref, series.time(i), series.value(i));
            int step = ranges.step(series.time(i), from);
            long following = series.time(i) + ranges.interval();
            if (step == count - 1) {
                open.put(labels, following);
            } else if (i + 1 == series.size() || series.time(i + 1) > following) {
                appender.append(ref, following, StaleMarker.VALUE);
            }
        }
    }

    private Labels labels(Labels source) {
        LabelsBuilder labels = source.builder().set(Labels.NAME, rule.name());
        rule.labels().forEach(labels::set);
        return labels.build();
    }
}
