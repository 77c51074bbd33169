package io.klamm.storage.remote.send;

import io.klamm.model.series.Labels;
import org.jspecify.annotations.Nullable;

/** Changes the labels of a series before it is sent. Must always say the same of the same labels. */
public interface Relabel {

    /** Sends every series as it is. */
    Relabel NONE = labels -> labels;

    /** The labels to send; null for a series that is not to be sent. */
    @Nullable
    Labels apply(Labels labels);
}
