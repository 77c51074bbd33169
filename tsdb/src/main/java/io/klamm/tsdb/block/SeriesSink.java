package io.klamm.tsdb.block;

import io.klamm.model.series.Labels;
import java.io.IOException;

/**
 * What takes the samples of a block. First the groups, each with the times of its rows; then the series in the order of their labels, each with its samples from the oldest on.
 *
 * <p>A group is a writer whose series share their times. Samples whose times are among the rows of their group cost no times of their own. All others do, but once for all series of
 * exactly the same times. So a group is only a hint: a wrong one costs room, not samples. How samples are cut into chunks is the sink's matter. For one thread.
 */
public interface SeriesSink {

    /** The group of samples that belong to none. */
    int NO_GROUP = -1;

    /**
     * Begins a group.
     *
     * @param name the writer's, which no other group of the block has: by it groups of several blocks are known to be one when they are merged
     * @return its number
     * @throws IllegalStateException after the first series
     */
    int group(String name) throws IOException;

    /**
     * Rows of the group that was begun last: {@code length} times from {@code offset}, in milliseconds since the epoch, strictly rising over all calls.
     *
     * @throws IllegalStateException after the first series
     */
    void rows(long[] times, int offset, int length) throws IOException;

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
