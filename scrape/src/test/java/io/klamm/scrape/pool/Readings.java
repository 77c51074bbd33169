package io.klamm.scrape.pool;

import io.klamm.model.series.Labels;
import io.klamm.model.series.StaleMarker;
import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import io.klamm.storage.Querier;
import io.klamm.storage.Queryable;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.Selection;
import io.klamm.storage.SeriesSet;
import java.util.ArrayList;
import java.util.List;

/** What a store has, as lines: {@code {__name__="a"} 1@1000 stale@2000}. */
public final class Readings {

    private Readings() {}

    /** All series but {@code up} and {@code scrape_*}. */
    public static List<String> ofPages(Queryable store) {
        return of(store, new Matcher(MatchType.NOT_REGEX, Labels.NAME, "up|scrape_.*"));
    }

    public static List<String> of(Queryable store, Matcher... matchers) {
        List<String> lines = new ArrayList<>();
        try (Querier querier = store.querier(Long.MIN_VALUE / 2, Long.MAX_VALUE / 2)) {
            SeriesSet set = querier.select(Selection.of(matchers));
            while (set.next()) {
                SampleBuffer samples = new SampleBuffer();
                set.at().read(samples);
                StringBuilder line = new StringBuilder(set.at().labels().toString());
                for (int i = 0; i < samples.size(); i++) {
                    double value = samples.value(i);
                    line.append(' ')
                            .append(StaleMarker.is(value) ? "stale" : value)
                            .append('@')
                            .append(samples.time(i));
                }
                lines.add(line.toString());
            }
        }
        return lines;
    }
}
