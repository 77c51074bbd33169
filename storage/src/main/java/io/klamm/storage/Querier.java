package io.klamm.storage;

import java.util.List;

/**
 * A reader's view on a span of time. Belongs to one thread at a time; to be closed, after everything that came from it is no longer used.
 *
 * <p>All methods throw {@link StorageException} if the store cannot answer at all; what it can answer only in part it answers, with warnings.
 */
public interface Querier extends AutoCloseable {

    /** The series that match, with their samples. Labels of one answer are distinct. */
    SeriesSet select(Selection selection);

    /**
     * The names of the labels that series of this span have, sorted.
     *
     * @param matchers what the series must match; empty for all series
     * @param limit at most so many; 0 for all
     */
    Names labelNames(List<Matcher> matchers, int limit);

    /** The values of a label among the series of this span, sorted. See {@link #labelNames} for the rest. */
    Names labelValues(String label, List<Matcher> matchers, int limit);

    @Override
    void close();
}
