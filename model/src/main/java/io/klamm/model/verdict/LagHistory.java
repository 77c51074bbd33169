package io.klamm.model.verdict;

import io.klamm.model.TopicPartition;
import java.util.List;
import java.util.OptionalLong;

/**
 * The lag of one group over its window, a row a partition and a column a moment.
 *
 * @param timesMillis the moments, oldest first, evenly spaced
 * @param rows sorted by partition; each has as many values as there are moments
 */
public record LagHistory(List<Long> timesMillis, List<Row> rows) {

    public LagHistory {
        timesMillis = List.copyOf(timesMillis);
        rows = List.copyOf(rows);
    }

    /** The lag of one partition, empty at moments of which nothing is known. */
    public record Row(TopicPartition partition, List<OptionalLong> lags) {

        public Row {
            lags = List.copyOf(lags);
        }
    }
}
