package io.klamm.storage.log;

import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;

/** Takes what a {@link LogTail} reads, in the order of commits. */
public interface LogSink {

    /**
     * One sample.
     *
     * @param labels the same object for every sample of a series, as long as the log's file lasts
     * @param timestamp milliseconds since the epoch
     */
    void sample(Labels labels, long timestamp, double value);

    /** What a metric family is; told again now and then. */
    default void metadata(String family, Metadata metadata) {}
}
