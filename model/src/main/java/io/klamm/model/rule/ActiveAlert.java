package io.klamm.model.rule;

import io.klamm.model.series.Labels;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An alert that is pending or firing.
 *
 * @param labels its identity, {@code alertname} among them
 * @param value of the expression, at the last evaluation that gave one
 * @param activeAt since when the expression gives it
 * @param keepFiringSince since when it fires only because it is to go on for a while, null where not
 * @param dataMissing true while it is kept because what it is judged by could not be read
 */
public record ActiveAlert(
        Labels labels,
        SortedMap<String, String> annotations,
        State state,
        double value,
        Instant activeAt,
        @Nullable Instant keepFiringSince,
        boolean dataMissing) {

    /** Where it is in its life. */
    public enum State {
        PENDING,
        FIRING
    }

    public ActiveAlert {
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    }
}
