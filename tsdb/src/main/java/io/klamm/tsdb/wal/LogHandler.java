package io.klamm.tsdb.wal;

import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;

/** Takes the records of the log, in their order. */
public interface LogHandler {

    /** What follows stands in the segment of this number. */
    default void segment(long number) {}

    /** The labels of a series, told before its first sample in every segment. */
    void series(int series, Labels labels);

    /** The name of a writer, told before its first samples in every segment. */
    void writer(int writer, String name);

    /** Samples; the record is filled anew afterwards. */
    void samples(SampleRecord samples);

    /** All samples before this time are in blocks. */
    void cut(long time);

    /** Samples of {@code from <= time <= to} were deleted. */
    void delete(int series, long from, long to);

    /** What a metric family is. */
    void metadata(String family, Metadata metadata);
}
