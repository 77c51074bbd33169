package io.klamm.storage;

import io.klamm.model.series.Exemplar;
import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;

/**
 * One writer's way into a store, batch by batch: {@link #begin}, any number of appends, {@link #commit} or {@link #rollback}, and again.
 *
 * <p>A writer is a scrape's target, a collector, a rule group or a remote client. Samples of a batch that have no time of their own share the
 * batch's, and a store may keep that time once for all of them; so a writer uses one appender for its whole life.
 *
 * <p><b>Ownership.</b> An appender belongs to one thread at a time; different appenders of one store may be used at once. A batch is seen by readers
 * from its commit on. Closing an appender drops a batch that is not committed; closing twice is safe. A {@link SeriesRef} is good for the appender that gave it.
 *
 * <p><b>Errors.</b> What happens to a sample is an {@link Outcome}, never an exception, and one refused sample does not touch the others of its batch.
 * A disk that fails shows in {@link Committed#logged()}. {@link IllegalStateException} means a wrong order of calls.
 */
public interface Appender extends AutoCloseable {

    /** Begins a batch whose rows are of this time, in milliseconds since the epoch. */
    void begin(long timestamp);

    /** The series of these labels, for appends of this appender. Nothing is created before the first sample. */
    SeriesRef series(Labels labels);

    /** Appends a value at the batch's time. */
    Outcome append(SeriesRef series, double value);

    /** Appends a value at a time of its own, in milliseconds since the epoch. */
    Outcome append(SeriesRef series, long timestamp, double value);

    /** Appends a value of a counter that began to count at {@code start}; a store without start times keeps the value alone. */
    default Outcome append(SeriesRef series, long start, long timestamp, double value) {
        return append(series, timestamp, value);
    }

    /** Appends an example behind a series' samples. */
    default Outcome appendExemplar(SeriesRef series, Exemplar exemplar) {
        return Outcome.UNSUPPORTED;
    }

    /** Says what a metric family is; the newest word counts. A store without metadata ignores it. */
    default void describe(String family, Metadata metadata) {}

    /** Makes the batch part of the store: readers see it, and the log has it as surely as the store's settings say. */
    Committed commit();

    /** Drops the batch. */
    void rollback();

    @Override
    void close();
}
