package io.klamm.storage;

import io.klamm.model.series.Labels;

/** A series as one {@link Appender} knows it: asking once and writing often saves the look-up. Good as long as that appender. */
public interface SeriesRef {

    Labels labels();
}
