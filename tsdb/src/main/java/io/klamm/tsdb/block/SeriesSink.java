package io.klamm.tsdb.block;

import io.klamm.model.series.Labels;
import java.io.IOException;

/**
 * What takes the samples of a block, series by series. First the groups with the times of their rows, then the series in the order of their labels, each with its samples
 * from the oldest on.
 *
 * <p>A group is a writer whose series share their times. Samples whose times are among the rows of their group cost no times of their own; all others do, so the
 * group is only a hint. How samples are cut into chunks is the sink's matter. For one thread.
 */
public interface SeriesSink {

    /** The group of samples that belong to none. */
    int NO_GROUP = -1;

    /**
     * The number of a group, new or known by its name.
     *
     * @throws IllegalStateException after the first series
     */
    int group(String name);

    /**
     * Rows of a group: {@code length} times from {@code offset}, in milliseconds since the epoch, strictly rising over all calls for the group.
     *
     * @throws IllegalStateException after the first series
     */
    void rows(int group, long[] times, int offset, int length) throws IOException;

    /**
     * Begins a series. One that gets no samples is left out.
     *
     * @throws IllegalArgumentException if its labels do not come after those of the series before
     */
    void series(Labels labels) throws IOException;

    /**
     * Samples of the series: {@code length} from {@code offset}, strictly rising over all calls for the series.
     *
     * @param group whose rows their times are likely to be, or {@link #NO_GROUP}
     */
    void samples(int group, long[] times, double[] values, int offset, int length) throws IOException;
}
