package io.klamm.storage.remote.send;

import io.klamm.model.series.Labels;
import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import io.klamm.storage.Querier;
import io.klamm.storage.Queryable;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.Selection;
import io.klamm.storage.SeriesSet;
import java.util.Map;
import java.util.TreeMap;

/** Everything that a store holds. */
final class Stored {

    private Stored() {}

    static Map<Labels, SampleBuffer> of(Queryable store) {
        Map<Labels, SampleBuffer> all = new TreeMap<>();
        try (Querier querier = store.querier(Long.MIN_VALUE, Long.MAX_VALUE)) {
            SeriesSet set = querier.select(Selection.of(new Matcher(MatchType.NOT_EQUAL, "__name__", "")));
            while (set.next()) {
                SampleBuffer samples = new SampleBuffer();
                set.at().read(samples);
                all.put(set.at().labels(), samples);
            }
        }
        return all;
    }

    /** Series with their samples, as a text. */
    static String text(Queryable store) {
        StringBuilder text = new StringBuilder();
        of(store).forEach((labels, samples) -> {
            text.append(labels);
            for (int i = 0; i < samples.size(); i++) {
                text.append(' ').append(samples.time(i)).append('=').append(samples.value(i));
            }
            text.append('\n');
        });
        return text.toString();
    }

    static int samples(Queryable store) {
        return of(store).values().stream().mapToInt(SampleBuffer::size).sum();
    }
}
