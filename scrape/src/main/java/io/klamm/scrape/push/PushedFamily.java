package io.klamm.scrape.push;

import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A metric family as it was pushed.
 *
 * @param samples by all their labels: the name, those of the page, and those of the group
 */
record PushedFamily(String name, Metadata metadata, Map<Labels, Double> samples) {

    PushedFamily {
        samples = Collections.unmodifiableMap(new LinkedHashMap<>(samples));
    }
}
